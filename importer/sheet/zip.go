package sheet

import (
	"archive/zip"
	"compress/flate"
	"errors"
	"io"
	"path"
	"strings"
)

// pack is a zip with the parts of a workbook.
type pack struct {
	parts  map[string]*zip.File // by path in lower case, without a leading slash
	budget *budget
}

// maxParts bounds the entries of a zip; workbooks have a few dozen.
const maxParts = 50_000

// readZip reads whatever kind of workbook is in the zip.
func readZip(r io.ReaderAt, size int64, b *budget) (*File, error) {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return nil, zipError(err, "zip")
	}
	if len(z.File) > maxParts {
		return nil, zipBomb("zip", maxParts<<20)
	}
	p := &pack{parts: make(map[string]*zip.File, len(z.File)), budget: b}
	for _, f := range z.File {
		p.parts[partName(f.Name)] = f
	}
	switch {
	case p.has("xl/workbook.bin"):
		return nil, &Error{Code: CodeXLSB}
	case p.has("xl/workbook.xml") || p.has("[content_types].xml") && p.officeDocument() != "":
		return readXLSX(p)
	case p.has("word/document.xml"):
		return nil, &Error{Code: CodeWord}
	case p.has("ppt/presentation.xml"):
		return nil, &Error{Code: CodePowerPoint}
	case p.has("content.xml") && p.has("mimetype"):
		return readODS(p)
	}
	return nil, &Error{Code: CodeArchive}
}

func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/"))
}

func (p *pack) has(name string) bool { return p.parts[partName(name)] != nil }

// open opens a part. What it unpacks is counted; a part that says it is too large is refused before it is touched.
func (p *pack) open(name string) (*partReader, error) {
	f := p.parts[partName(name)]
	if f == nil {
		return nil, &Error{Code: CodeDamaged, Values: map[string]any{"part": name}, Err: errors.New("part is missing")}
	}
	if f.Flags&1 != 0 {
		return nil, &Error{Code: CodeEncryptedOffice}
	}
	if f.UncompressedSize64 > uint64(p.budget.limits.Unpacked) {
		return nil, zipBomb(name, p.budget.limits.Unpacked)
	}
	r, err := f.Open()
	if err != nil {
		return nil, zipError(err, name)
	}
	return &partReader{r: r, name: name, size: int64(f.UncompressedSize64), budget: p.budget}, nil
}

// partReader reads one part within the budget.
type partReader struct {
	r      io.ReadCloser
	name   string
	size   int64
	done   int64
	budget *budget
}

func (r *partReader) Read(p []byte) (int, error) {
	n, err := r.r.Read(p)
	r.done += int64(n)
	if limit := r.budget.takeUnpacked(int64(n), r.name); limit != nil {
		return n, limit
	}
	if err == nil {
		err = r.budget.ctx.Err()
	}
	return n, err
}

func (r *partReader) Close() error { return r.r.Close() }

// share is how much of the part has been read.
func (r *partReader) share() float64 { return float64(r.done) / float64(r.size+1) }

// scan goes through the XML of a part. A part that is cut off or broken gives an *Error naming it.
func (p *pack) scan(name string, use func(s *xmlScanner, r *partReader) error) error {
	r, err := p.open(name)
	if err != nil {
		return err
	}
	s := newXMLScanner(r)
	err = use(s, r)
	if err == nil {
		err = drain(s)
	}
	return errors.Join(partError(err, name), r.Close())
}

// drain goes to the end of the document: only there it shows whether it is whole.
func drain(s *xmlScanner) error {
	for {
		event, err := s.next(false)
		if err != nil || event == xmlEnd {
			return err
		}
	}
}

// partError makes errors of the zip and of its XML an *Error that names the part.
func partError(err error, name string) error {
	var known *Error
	switch {
	case err == nil, errors.As(err, &known):
		return err
	case errors.Is(err, errXMLCut):
		return &Error{Code: CodeTruncated, Values: map[string]any{"part": name, "row": 0}, Err: err}
	case errors.Is(err, errXML), errors.Is(err, errXMLDepth), errors.Is(err, errXMLLong):
		return &Error{Code: CodeDamaged, Values: map[string]any{"part": name}, Err: err}
	}
	return zipError(err, name)
}

func zipError(err error, name string) error {
	var corrupt flate.CorruptInputError
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return &Error{Code: CodeTruncated, Values: map[string]any{"part": name, "row": 0}, Err: err}
	case errors.Is(err, zip.ErrFormat) && name == "zip":
		// The directory of a zip stands at its end: a file that begins as a zip and has none was cut off.
		return &Error{Code: CodeTruncated, Values: map[string]any{"part": name, "row": 0}, Err: err}
	case errors.Is(err, zip.ErrChecksum), errors.Is(err, zip.ErrFormat), errors.Is(err, zip.ErrAlgorithm), errors.As(err, &corrupt):
		return &Error{Code: CodeDamaged, Values: map[string]any{"part": name}, Err: err}
	}
	return err
}
