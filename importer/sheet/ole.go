package sheet

import (
	"fmt"
	"io"
	"strings"

	"github.com/richardlehane/mscfb"
)

// maxStreams bounds the streams of an OLE file that are looked at.
const maxStreams = 4096

// readOLE reads the workbook of an OLE compound file, or says what else the file is.
func readOLE(r io.ReaderAt, size int64, b *budget) (f *File, err error) {
	streams, workbook, err := oleStreams(r, size, b)
	switch {
	case streams["encryptedpackage"], streams["encryptioninfo"]:
		return nil, &Error{Code: CodeEncryptedOffice}
	case streams["workbook"] && err == nil:
		return readXLS(workbook, b)
	case streams["book"]:
		return nil, &Error{Code: CodeOldExcel}
	case streams["worddocument"]:
		return nil, &Error{Code: CodeWord}
	case streams["powerpoint document"]:
		return nil, &Error{Code: CodePowerPoint}
	case streams["__properties_version1.0"]:
		return nil, &Error{Code: CodeOutlookData}
	case err != nil:
		return nil, err
	}
	return nil, &Error{Code: CodeUnknownBinary}
}

// oleStreams lists the streams by name in lower case and reads the one called Workbook. The foreign reader is held on a short leash:
// what panics in it is a damaged file.
func oleStreams(r io.ReaderAt, size int64, b *budget) (streams map[string]bool, workbook []byte, err error) {
	streams = map[string]bool{}
	defer func() {
		if p := recover(); p != nil {
			err = &Error{Code: CodeDamaged, Values: map[string]any{"part": "ole"}, Err: fmt.Errorf("compound file: %v", p)}
		}
	}()
	doc, err := mscfb.New(io.NewSectionReader(r, 0, size))
	if err != nil {
		return streams, nil, oleError(err)
	}
	for n := 0; n < maxStreams; n++ {
		entry, err := doc.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return streams, nil, oleError(err)
		}
		name := strings.ToLower(entry.Name)
		first := !streams[name]
		streams[name] = true
		if name == "workbook" && first && len(entry.Path) == 0 {
			if workbook, err = oleStream(entry, size, b); err != nil {
				return streams, nil, err
			}
		}
	}
	return streams, workbook, nil
}

func oleStream(entry *mscfb.File, size int64, b *budget) ([]byte, error) {
	if entry.Size > size || entry.Size > b.limits.Bytes {
		return nil, &Error{Code: CodeTruncated, Values: map[string]any{"part": entry.Name, "row": 0}}
	}
	data := make([]byte, entry.Size)
	if _, err := io.ReadFull(entry, data); err != nil {
		return nil, &Error{Code: CodeTruncated, Values: map[string]any{"part": entry.Name, "row": 0}, Err: err}
	}
	return data, nil
}

func oleError(err error) error {
	return &Error{Code: CodeDamaged, Values: map[string]any{"part": "ole"}, Err: err}
}
