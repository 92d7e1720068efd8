package search

import "bytes"

// code marks one entry of an excerpt: the byte that stands before its folded text. Codes are control characters, which folded text never
// holds, so that a search can run over the bytes of an excerpt and never across two entries. Their order is that of the entries, and the
// order in which a find counts.
type code byte

// The codes. Those up to codeReading name the contact; those from codeLanguage on are asked for by a condition only.
const (
	codeName code = 1 + iota
	codeAlt
	codeReading
	codeCalled // surname with salutation or title, as one asks for people: 陳小姐, 王經理
	codeCompany
	codePhone // digits only
	codeEmail
	codeTag
	codeTitle
	codeDepartment
	codeCity
	codeAddress
	codePostal
	codeTaxID
	codeRole
	codeSource
	codeReferrer
	codePreference
	codeLink
	codeFormer // companies and titles of the past
	codeCustom // the field's name, fieldMark, the value
	codeNotes
	codeLanguage
	codeCountry
	codeGender
	codeExternal
	codeDoubt
	codePhoneKind
	codePhoto
)

// codeFieldName is not written: it is what codeAt says of the name of a user-defined field.
const codeFieldName code = 0x1E

// fieldMark stands between the name and the value of a user-defined field. It is a control character above all codes.
const fieldMark = 0x1F

// isName reports whether the entry says how the contact is called.
func (c code) isName() bool { return c <= codeReading }

// isHidden reports whether free words do not look here.
func (c code) isHidden() bool { return c >= codeLanguage }

// codeAt is the code of the entry that holds a position.
func codeAt(text []byte, at int) code {
	for ; at >= 0; at-- {
		switch b := text[at]; {
		case b == fieldMark:
			return codeCustom
		case b == byte(codeCustom):
			return codeFieldName
		case b < ' ':
			return code(b)
		}
	}
	return codeFieldName
}

// eachEntry calls yield for the text of every entry of a code until it returns true, and returns that.
func eachEntry(text []byte, c code, yield func([]byte) bool) bool {
	for {
		at := bytes.IndexByte(text, byte(c))
		if at < 0 {
			return false
		}
		text = text[at+1:]
		end := 0
		for end < len(text) && (text[end] >= ' ' || text[end] == fieldMark) {
			end++
		}
		if yield(text[:end]) {
			return true
		}
		text = text[end:]
	}
}
