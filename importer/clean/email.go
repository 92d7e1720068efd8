package clean

import (
	"strconv"
	"strings"
	"unicode"

	"regulars/store/crm"
)

// Emails reads one cell of e-mail addresses. Several addresses may be divided by semicolons, commas, line ends, 、, blanks or the ::: of
// Google's export; names and brackets around an address (Wang <a@b.com>, mailto:) are taken off. Addresses keep the case in which they were
// typed. rest is what is not an address and goes to the notes.
func Emails(text string) (emails []crm.Email, rest string, notes []Note) {
	if isPlainEmail(text) {
		return []crm.Email{{Address: text}}, "", nil
	}
	if Nothing(text) {
		return nil, "", nil
	}
	clean, notes := TextNoted(text)
	if len(clean) > longestCell {
		return nil, clean, append(notes, tooLong(clean)...)
	}
	var wrong []string
	for _, part := range emailParts(clean) {
		address, wrapped, ok := emailOf(part)
		switch {
		case !ok:
			wrong = append(wrong, part)
			notes = append(notes, note(Problem, EmailInvalid, part))
		case !hasEmail(emails, address):
			emails = append(emails, crm.Email{Address: address})
			if !strings.Contains(address[strings.IndexByte(address, '@'):], ".") {
				notes = append(notes, note(Warn, EmailNoDot, address))
			}
			if wrapped != "" {
				wrong = append(wrong, wrapped)
				notes = append(notes, note(Repair, EmailUnwrapped, part, "address", address))
			}
		}
	}
	if len(emails) > 1 {
		notes = append(notes, note(Repair, EmailSeveral, clean, "count", strconv.Itoa(len(emails))))
	}
	return emails, strings.Join(wrong, "\n"), notes
}

// SameEmail is an address in the form in which equal addresses are equal: without regard to case.
func SameEmail(address string) string { return strings.ToLower(half(Text(address))) }

func hasEmail(emails []crm.Email, address string) bool {
	for _, e := range emails {
		if strings.EqualFold(e.Address, address) {
			return true
		}
	}
	return false
}

// isPlainEmail is the fast way for one plain ASCII address.
func isPlainEmail(s string) bool {
	at := strings.IndexByte(s, '@')
	if at < 1 || len(s) > 254 {
		return false
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		if !isWordRune(rune(c)) && c != '.' && c != '-' && c != '_' && c != '+' && i != at {
			return false
		}
	}
	return strings.IndexByte(s[at:], '.') > 0 && validEmail(s)
}

// emailParts cuts a cell at what divides addresses. A blank divides only where each side has an address of its own, so that "a b@c.com" and
// "Wang <a@b.com>" stay whole.
func emailParts(s string) []string {
	s = strings.ReplaceAll(s, " ::: ", "\n")
	var parts []string
	for _, p := range strings.FieldsFunc(s, isEmailBreak) {
		parts = append(parts, cutAtBlanks(cutAtCommas(strings.TrimSpace(p)))...)
	}
	return parts
}

func isEmailBreak(r rune) bool { return strings.ContainsRune("\n;；、|", r) }

// cutAtCommas divides at commas where every part holds an address; else the comma may be a mistyped dot or part of a name.
func cutAtCommas(s string) []string {
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == '，' })
	for i, p := range parts {
		parts[i] = strings.TrimSpace(p)
		if strings.Count(half(p), "@") != 1 {
			return []string{s}
		}
	}
	return parts
}

func cutAtBlanks(parts []string) []string {
	var out []string
	for _, p := range parts {
		words := strings.FieldsFunc(p, func(r rune) bool { return r == ' ' || r == '/' })
		if len(words) > 1 && every(words, func(w string) bool { return validEmail(foldEmail(w)) }) {
			out = append(out, words...)
		} else if p != "" {
			out = append(out, p)
		}
	}
	return out
}

func every(words []string, ok func(string) bool) bool {
	for _, w := range words {
		if !ok(w) {
			return false
		}
	}
	return len(words) > 0
}

// emailOf finds the one address in a part. wrapped is what stood around it: a name, a label.
func emailOf(part string) (address, wrapped string, ok bool) {
	s := foldEmail(part)
	if open := strings.LastIndexByte(s, '<'); open >= 0 {
		if end := strings.IndexByte(s[open:], '>'); end > 0 {
			name := strings.Trim(s[:open]+s[open+end+1:], " \"'")
			address, query := cutMailto(s[open+1 : open+end])
			return address, joinRemarks(name, query), validEmail(address)
		}
	}
	s, query := cutMailto(s)
	s = strings.Trim(s, " <>\"'()[]")
	if label, after, cut := strings.Cut(s, ":"); cut && !strings.Contains(label, "@") {
		s, wrapped = strings.TrimSpace(after), strings.TrimSpace(label)
		if emailLabels[strings.ToLower(wrapped)] {
			wrapped = ""
		}
	}
	address = strings.TrimRight(strings.TrimLeft(s, "."), ".")
	return address, joinRemarks(wrapped, query), validEmail(address)
}

var emailLabels = setOf("email e-mail mail e m 電子郵件 電郵 信箱 電子信箱 郵箱 邮箱")

// foldEmail brings the signs of an address to half width, which Text leaves alone beside Han characters.
func foldEmail(s string) string { return strings.TrimSpace(half(s)) }

// cutMailto takes off what makes a link of an address; query is what a link adds behind it.
func cutMailto(s string) (address, query string) {
	s = strings.TrimSpace(s)
	if len(s) > 7 && strings.EqualFold(s[:7], "mailto:") {
		s, query, _ = strings.Cut(s[7:], "?")
	}
	return strings.TrimSpace(s), query
}

// validEmail reports whether s has the shape of an address after RFC 5321 and, for other scripts, RFC 6531. Quoted local parts and domains
// that are IP numbers do not occur on cards and are refused.
func validEmail(s string) bool {
	local, domain, ok := strings.Cut(s, "@")
	if !ok || local == "" || len(local) > 64 || len(s) > 254 || strings.Contains(domain, "@") {
		return false
	}
	if local[0] == '.' || local[len(local)-1] == '.' || strings.Contains(local, "..") {
		return false
	}
	for _, r := range local {
		if r < 0x80 && !isWordRune(r) && !strings.ContainsRune("!#$%&'*+-/=?^_`{|}~.", r) || r >= 0x80 && !isLetterLike(r) {
			return false
		}
	}
	return validDomain(domain)
}

func validDomain(s string) bool {
	labels := strings.Split(s, ".")
	top := labels[len(labels)-1]
	if isDigits(top) || len(top) < 2 || len(labels) < 2 && !isASCIIWord(top) {
		return false
	}
	for _, label := range labels {
		if label == "" || len(label) > 63 || label[0] == '-' || label[len(label)-1] == '-' {
			return false
		}
		for _, r := range label {
			if !isWordRune(r) && r != '-' && (r < 0x80 || !isLetterLike(r)) {
				return false
			}
		}
	}
	return true
}

// isASCIIWord reports a host name without dots, as in an office network: at least five letters and digits, so that a cut-off address is none.
func isASCIIWord(s string) bool {
	return len(s) >= 5 && strings.IndexFunc(s, func(r rune) bool { return !isWordRune(r) && r != '-' }) < 0
}

func isLetterLike(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) }

func isDigits(s string) bool { return s != "" && countDigits(s) == len(s) }
