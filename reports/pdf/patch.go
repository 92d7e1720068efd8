package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
)

// errNoCatalog tells that the library's output is not of the form that we know; a test holds it.
var errNoCatalog = errors.New("pdf: no catalog in the output of the library")

// preferences ask the viewer to print at 100 % and to take the paper from the page, which labels and envelopes need (ISO 32000-1, 12.2). The library has no
// call for it.
const preferences = "\n/ViewerPreferences <</PrintScaling /None /PickTrayByPDFSize true>>"

// writePatched adds entries to the catalog. It is the last object of the file, so that only the place of the cross-reference table moves.
func writePatched(w io.Writer, file []byte, language string) error {
	mark := []byte("/Type /Catalog")
	at := bytes.LastIndex(file, mark)
	end := bytes.LastIndex(file, []byte("startxref\n"))
	if at < 0 || end < at {
		return errNoCatalog
	}
	extra := preferences
	if language != "" {
		extra += "\n/Lang (" + safeTag(language) + ")"
	}
	number, tail, _ := bytes.Cut(file[end+len("startxref\n"):], []byte("\n"))
	xref, err := strconv.Atoi(string(number))
	if err != nil {
		return errNoCatalog
	}
	cut := at + len(mark)
	for _, piece := range [][]byte{file[:cut], []byte(extra), file[cut:end], fmt.Appendf(nil, "startxref\n%d\n", xref+len(extra)), tail} {
		if _, err := w.Write(piece); err != nil {
			return err
		}
	}
	return nil
}

// safeTag keeps what a language tag may hold.
func safeTag(s string) string {
	out := []byte{}
	for _, b := range []byte(s) {
		if b == '-' || b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' {
			out = append(out, b)
		}
	}
	return string(out)
}
