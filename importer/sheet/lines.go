package sheet

import "bytes"

// lines goes through the lines of a text without taking it apart first: a file may have a hundred million of them.
type lines struct {
	data   []byte
	end    int // of the current line
	next   int // where the line behind it begins
	start  int // of the current line
	number int // of the current line, from 1
}

// newLines is a cursor on the first line. Lines end with LF, CR, CRLF or CR CR LF.
func newLines(data []byte) *lines {
	l := &lines{data: data}
	l.advance()
	return l
}

// more says whether there is a current line.
func (l *lines) more() bool { return l.start < len(l.data) }

// peek is the current line without its end.
func (l *lines) peek() []byte { return l.data[l.start:l.end] }

// take returns the current line and goes to the next.
func (l *lines) take() []byte {
	line := l.peek()
	l.advance()
	return line
}

func (l *lines) advance() {
	l.start = l.next
	l.number++
	rest := l.data[l.start:]
	end := bytes.IndexAny(rest, "\r\n")
	if end < 0 {
		l.end, l.next = len(l.data), len(l.data)
		return
	}
	l.end = l.start + end
	l.next = l.end + lineEnd(string(l.data[l.end:min(len(l.data), l.end+3)]))
}

// share is how much of the text is behind the cursor.
func (l *lines) share() float64 { return float64(l.start) / float64(len(l.data)+1) }
