package sheet

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// xmlEvent is what xmlScanner.next found.
type xmlEvent uint8

const (
	xmlEnd   xmlEvent = iota // the end of the document
	xmlOpen                  // <name …>, or <name/> followed by xmlClose
	xmlClose                 // </name>
	xmlText                  // characters, if they were asked for
)

// xmlScanner goes through an XML document in a window of memory: workbooks have sheets of hundreds of megabytes, and what is needed of
// them is little. It knows elements, attributes, text, CDATA and the five named entities; it skips comments, instructions and document
// types and expands no other entity. Names are compared without their prefix.
type xmlScanner struct {
	r          io.Reader
	buf        []byte
	pos, end   int
	eof        bool
	name       []byte // of the element
	attributes []byte
	text       []byte // of xmlText, with entities resolved
	rich       []byte // of richText
	depth      int
	closing    bool // the element was <name/>; its xmlClose comes next
	rootClosed bool
}

const (
	xmlWindow = 64 << 10
	// maxTag bounds one tag with its attributes.
	maxTag = 1 << 20
	// maxXMLText bounds the text of one element; cells hold at most 32,767 characters.
	maxXMLText = 1 << 20
	maxDepth   = 256
)

var (
	errXML      = errors.New("not well-formed XML")
	errXMLDepth = errors.New("XML nested too deeply")
	errXMLLong  = errors.New("XML token too long")
	errXMLCut   = errors.New("XML ends in the middle")
)

func newXMLScanner(r io.Reader) *xmlScanner {
	s := &xmlScanner{r: r, buf: make([]byte, xmlWindow)}
	if s.fill() == nil && s.end >= 2 {
		s.decodeUTF16()
	}
	return s
}

// decodeUTF16 puts a decoder before the reader when the document begins in UTF-16, which the standard allows.
func (s *xmlScanner) decodeUTF16() {
	first, second := s.buf[0], s.buf[1]
	if !(first == 0xff && second == 0xfe || first == 0xfe && second == 0xff) {
		return
	}
	whole := io.MultiReader(bytes.NewReader(bytes.Clone(s.buf[:s.end])), s.r)
	s.r = transform.NewReader(whole, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder())
	s.pos, s.end, s.eof = 0, 0, false
}

// fill reads more, growing the window when it is full of one token.
func (s *xmlScanner) fill() error {
	if s.eof {
		return io.EOF
	}
	if s.pos > 0 {
		copy(s.buf, s.buf[s.pos:s.end])
		s.end -= s.pos
		s.pos = 0
	}
	if s.end == len(s.buf) {
		if len(s.buf) >= maxTag {
			return errXMLLong
		}
		s.buf = append(s.buf, make([]byte, len(s.buf))...)
	}
	n, err := s.r.Read(s.buf[s.end:])
	s.end += n
	if err == io.EOF {
		s.eof = true
		if n > 0 {
			return nil
		}
	}
	return err
}

// need makes at least n bytes available, fewer only at the end.
func (s *xmlScanner) need(n int) error {
	for s.end-s.pos < n {
		if err := s.fill(); err != nil {
			if err == io.EOF {
				return nil
			}
			return err
		}
	}
	return nil
}

// next goes to the next event. Text is skipped unless wanted.
func (s *xmlScanner) next(wantText bool) (xmlEvent, error) {
	if s.closing {
		s.closing = false
		return s.closed()
	}
	s.text = s.text[:0]
	for {
		found, err := s.characters(wantText)
		if err != nil {
			return xmlEnd, err
		}
		if found && len(s.text) > 0 {
			return xmlText, nil
		}
		if s.pos >= s.end {
			return xmlEnd, s.endOfDocument()
		}
		event, ok, err := s.markup(wantText)
		if err != nil || ok {
			return event, err
		}
		if len(s.text) > 0 { // CDATA
			return xmlText, nil
		}
	}
}

func (s *xmlScanner) closed() (xmlEvent, error) {
	s.depth--
	if s.depth == 0 {
		s.rootClosed = true
	}
	if s.depth < 0 {
		return xmlEnd, errXML
	}
	return xmlClose, nil
}

// endOfDocument is nil only when the root element was closed.
func (s *xmlScanner) endOfDocument() error {
	if !s.rootClosed || s.depth != 0 {
		return errXMLCut
	}
	return nil
}

// characters passes the text before the next "<" (or the end) and keeps it if wanted.
func (s *xmlScanner) characters(wanted bool) (found bool, err error) {
	for {
		if s.pos >= s.end {
			if err := s.fill(); err != nil {
				if err == io.EOF {
					return found, nil
				}
				return found, err
			}
		}
		at := bytes.IndexByte(s.buf[s.pos:s.end], '<')
		stop := s.pos + at
		if at < 0 {
			stop = s.end
		}
		if wanted && stop > s.pos {
			found = true
			if len(s.text)+stop-s.pos > maxXMLText {
				return found, errXMLLong
			}
			s.text = append(s.text, s.buf[s.pos:stop]...)
		}
		s.pos = stop
		if at >= 0 {
			if found {
				s.text = unescapeXML(s.text)
			}
			return found, nil
		}
	}
}

// markup handles what begins with "<"; ok says that it is an event.
func (s *xmlScanner) markup(wantText bool) (event xmlEvent, ok bool, err error) {
	if err := s.need(9); err != nil {
		return xmlEnd, false, err
	}
	head := s.buf[s.pos:s.end]
	switch {
	case bytes.HasPrefix(head, []byte("<!--")):
		return xmlEnd, false, s.skipPast("-->", false)
	case bytes.HasPrefix(head, []byte("<![CDATA[")):
		s.pos += len("<![CDATA[")
		return xmlEnd, false, s.skipPast("]]>", wantText)
	case bytes.HasPrefix(head, []byte("<?")):
		return xmlEnd, false, s.skipPast("?>", false)
	case bytes.HasPrefix(head, []byte("<!")):
		return xmlEnd, false, s.skipDoctype()
	}
	event, err = s.tag()
	return event, true, err
}

// skipPast passes everything up to and with the mark, keeping it as text if wanted.
func (s *xmlScanner) skipPast(mark string, keep bool) error {
	for {
		at := bytes.Index(s.buf[s.pos:s.end], []byte(mark))
		stop, step := s.pos+at, len(mark)
		if at < 0 {
			stop, step = max(s.pos, s.end-len(mark)+1), 0
		}
		if keep {
			if len(s.text)+stop-s.pos > maxXMLText {
				return errXMLLong
			}
			s.text = append(s.text, s.buf[s.pos:stop]...)
		}
		s.pos = stop + step
		if at >= 0 {
			return nil
		}
		if err := s.fill(); err != nil {
			if err == io.EOF {
				return errXMLCut
			}
			return err
		}
	}
}

// skipDoctype passes a document type with its internal subset.
func (s *xmlScanner) skipDoctype() error {
	depth := 0
	for {
		for s.pos < s.end {
			c := s.buf[s.pos]
			s.pos++
			switch c {
			case '<', '[':
				depth++
			case '>', ']':
				depth--
			}
			if depth == 0 {
				return nil
			}
		}
		if err := s.fill(); err != nil {
			if err == io.EOF {
				return errXMLCut
			}
			return err
		}
	}
}

// tag handles an opening or closing tag.
func (s *xmlScanner) tag() (xmlEvent, error) {
	length, err := s.tagLength()
	if err != nil {
		return xmlEnd, err
	}
	tag := s.buf[s.pos+1 : s.pos+length-1]
	s.pos += length
	if len(tag) > 0 && tag[0] == '/' {
		s.name, s.attributes = localName(bytes.TrimRight(tag[1:], " \t\r\n")), nil
		return s.closed()
	}
	if n := len(tag); n > 0 && tag[n-1] == '/' {
		s.closing = true
		tag = tag[:n-1]
	}
	name := tag
	s.attributes = nil
	if at := blankIndex(tag); at >= 0 {
		name, s.attributes = tag[:at], tag[at:]
	}
	s.name = localName(name)
	s.depth++
	switch {
	case s.depth > maxDepth:
		return xmlEnd, errXMLDepth
	case len(s.name) == 0 || s.rootClosed:
		return xmlEnd, errXML
	}
	return xmlOpen, nil
}

// tagLength is the length of the tag at pos, from "<" to ">"; ">" may stand in quoted values.
func (s *xmlScanner) tagLength() (int, error) {
	from, quote := 1, byte(0)
	for {
		window := s.buf[s.pos:s.end]
		for ; from < len(window); from++ {
			switch c := window[from]; {
			case quote != 0:
				end := bytes.IndexByte(window[from:], quote)
				if end < 0 {
					from = len(window) - 1
					continue
				}
				from, quote = from+end, 0
			case c == '"' || c == '\'':
				quote = c
			case c == '>':
				return from + 1, nil
			}
		}
		if err := s.fill(); err != nil {
			if err == io.EOF {
				return 0, errXMLCut
			}
			return 0, err
		}
	}
}

// trimBlanks takes the blanks of XML off the beginning.
func trimBlanks(b []byte) []byte {
	for len(b) > 0 && blank(b[0]) {
		b = b[1:]
	}
	return b
}

func blank(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }

// blankIndex is the index of the first blank, -1 without one.
func blankIndex(b []byte) int {
	for i, c := range b {
		if blank(c) {
			return i
		}
	}
	return -1
}

func localName(name []byte) []byte {
	if at := bytes.IndexByte(name, ':'); at >= 0 {
		return name[at+1:]
	}
	return name
}

// is says whether the element has that name.
func (s *xmlScanner) is(name string) bool { return string(s.name) == name }

// attr is the value of the attribute as it stands in the document; with a prefix in name, the prefix must be the same.
func (s *xmlScanner) attr(name string) ([]byte, bool) {
	rest := s.attributes
	whole := bytes.IndexByte([]byte(name), ':') >= 0
	for {
		rest = trimBlanks(rest)
		equals := bytes.IndexByte(rest, '=')
		if equals < 0 {
			return nil, false
		}
		key := bytes.TrimRight(rest[:equals], " \t\r\n")
		rest = trimBlanks(rest[equals+1:])
		if len(rest) == 0 {
			return nil, false
		}
		end := bytes.IndexByte(rest[1:], rest[0])
		if end < 0 {
			return nil, false
		}
		value := rest[1 : end+1]
		rest = rest[end+2:]
		if !whole {
			key = localName(key)
		}
		if string(key) == name {
			return value, true
		}
	}
}

// attrText is the value of the attribute with entities resolved, "" without one.
func (s *xmlScanner) attrText(name string) string {
	value, _ := s.attr(name)
	if bytes.IndexByte(value, '&') < 0 {
		return string(value)
	}
	return string(unescapeXML(bytes.Clone(value)))
}

// attrInt is the value as a whole number; ok is false without one.
func (s *xmlScanner) attrInt(name string) (n int, ok bool) {
	value, found := s.attr(name)
	if !found {
		return 0, false
	}
	n, err := strconv.Atoi(string(value))
	return n, err == nil
}

// attrTrue says whether the attribute is 1 or true.
func (s *xmlScanner) attrTrue(name string) bool {
	value, _ := s.attr(name)
	return string(value) == "1" || string(value) == "true"
}

// skip passes the rest of the element that was just opened.
func (s *xmlScanner) skip() error {
	for depth := s.depth; s.depth >= depth; {
		event, err := s.next(false)
		if err != nil {
			return err
		}
		if event == xmlEnd {
			return errXMLCut
		}
	}
	return nil
}

// unescapeXML resolves entities in place; the result is never longer.
func unescapeXML(b []byte) []byte {
	at := bytes.IndexByte(b, '&')
	if at < 0 {
		return b
	}
	out := b[:at]
	for rest := b[at:]; len(rest) > 0; {
		if rest[0] != '&' {
			next := bytes.IndexByte(rest, '&')
			if next < 0 {
				next = len(rest)
			}
			out = append(out, rest[:next]...)
			rest = rest[next:]
			continue
		}
		r, n := entity(rest)
		if n == 0 {
			out = append(out, '&')
			rest = rest[1:]
			continue
		}
		out = utf8.AppendRune(out, r)
		rest = rest[n:]
	}
	return out
}

// entity is the character of the entity at the beginning of b and its length, 0 for none.
func entity(b []byte) (rune, int) {
	semicolon := bytes.IndexByte(b[:min(len(b), 12)], ';')
	if semicolon < 2 {
		return 0, 0
	}
	switch name := string(b[1:semicolon]); name {
	case "amp":
		return '&', semicolon + 1
	case "lt":
		return '<', semicolon + 1
	case "gt":
		return '>', semicolon + 1
	case "quot":
		return '"', semicolon + 1
	case "apos":
		return '\'', semicolon + 1
	default:
		return numericEntity(name, semicolon)
	}
}

func numericEntity(name string, semicolon int) (rune, int) {
	if name[0] != '#' || len(name) < 2 {
		return 0, 0
	}
	base, digits := 10, name[1:]
	if digits[0] == 'x' || digits[0] == 'X' {
		base, digits = 16, digits[1:]
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || !utf8.ValidRune(rune(n)) || n > utf8.MaxRune {
		return 0, 0
	}
	return rune(n), semicolon + 1
}
