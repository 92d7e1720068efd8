package sheet

import "bytes"

// sniffSize is how many bytes are read to find out what a file is.
const sniffSize = 4096

// fileKind is what the first bytes say.
type fileKind string

// The kinds that are read; all others are the code of the error that refuses them.
const (
	kindText fileKind = "text"
	kindZip  fileKind = "zip"
	kindOLE  fileKind = "ole"
)

// signature is how a kind of file begins.
type signature struct {
	begin string
	kind  fileKind
}

func signatures() []signature {
	return []signature{
		{"PK\x03\x04", kindZip},
		{"PK\x05\x06", kindZip},
		{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", kindOLE},
		{"\x09\x08", CodeOldExcel}, {"\x09\x04\x06\x00", CodeOldExcel}, {"\x09\x02\x06\x00", CodeOldExcel}, {"\x09\x00\x04\x00", CodeOldExcel},
		{"%PDF-", CodePDF},
		{"\x89PNG", CodeImage}, {"\xff\xd8\xff", CodeImage}, {"GIF8", CodeImage}, {"BM", CodeImage}, {"II*\x00", CodeImage}, {"MM\x00*", CodeImage},
		{"!BDN", CodeOutlookData},
		{"{\\rtf", CodeWord},
		{"Rar!", CodeArchive}, {"7z\xbc\xaf", CodeArchive}, {"\x1f\x8b", CodeArchive}, {"BZh", CodeArchive}, {"\xfd7zXZ", CodeArchive},
	}
}

// sniff says what the file is by its first bytes; head may be the whole file.
func sniff(head []byte) fileKind {
	switch {
	case len(bytes.Trim(head, " \t\r\n\x00")) == 0:
		if len(head) < sniffSize {
			return CodeEmpty
		}
		return CodeUnknownBinary
	case wrapper(head) != "":
		return CodeWrapped
	}
	for _, s := range signatures() {
		if bytes.HasPrefix(head, []byte(s.begin)) && (s.kind != CodeImage || s.begin != "BM" || bytes.IndexByte(head, 0) >= 0) {
			return s.kind
		}
	}
	if isISOMedia(head) {
		return CodeImage
	}
	if isJSON(head) {
		return CodeJSON
	}
	if binaryBytes(head) {
		return CodeUnknownBinary
	}
	return kindText
}

// isISOMedia recognizes the photos and films of telephones.
func isISOMedia(head []byte) bool {
	return len(head) > 12 && string(head[4:8]) == "ftyp"
}

// isJSON recognizes data as programs pass them to each other: an object, or a list of objects.
func isJSON(head []byte) bool {
	s := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n")
	if list, ok := bytes.CutPrefix(s, []byte("[")); ok {
		s = bytes.TrimLeft(list, " \t\r\n")
	}
	object, ok := bytes.CutPrefix(s, []byte("{"))
	return ok && bytes.HasPrefix(bytes.TrimLeft(object, " \t\r\n"), []byte(`"`))
}

// wrapper names the program that encrypted the file for one firm's computers, "" for none.
func wrapper(head []byte) string {
	for _, name := range []string{"%TSD-Header", "%DLP", "<DOCUMENT SAFER", "SCDSA00", "FASOO", "DRMONE", "NASCA DRM", "E-SafeNet", "LOCK_FILE"} {
		if bytes.Contains(head[:min(len(head), 64)], []byte(name)) {
			return name
		}
	}
	return ""
}

// binaryBytes says whether the bytes can be no text in any encoding: control characters and no pattern of UTF-16.
func binaryBytes(head []byte) bool {
	control := 0
	for _, b := range head {
		if b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != '\v' && b != 0x1b && b != 0x1a || b == 0x7f {
			control++
		}
	}
	if name, _ := byteOrderMark(head); name == "utf-16le" || name == "utf-16be" || utf16WithoutMark(head) != "" {
		return false
	}
	return control*50 > len(head)
}

// refusal is the error for a kind that is not read.
func (k fileKind) refusal() error {
	e := &Error{Code: string(k)}
	if k == CodeWrapped {
		e.Values = map[string]any{"wrapper": "DLP"}
	}
	return e
}
