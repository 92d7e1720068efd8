package importer

import (
	"net/url"
	"regexp"
	"slices"
	"strings"

	"regulars/importer/clean"
	"regulars/importer/sheet"
	"regulars/store/crm"
)

// cardReader turns vCards (2.1, 3.0, RFC 6350) into entries.
type cardReader struct {
	record sheet.Record
	labels map[string]string // X-ABLABEL by group
	e      *entry
}

// readCard fills an entry from a vCard.
func readCard(r sheet.Record, e *entry) {
	e.reset(r.Number)
	c := &cardReader{record: r, e: e, labels: map[string]string{}}
	for _, p := range r.All("X-ABLABEL") {
		c.labels[p.Group] = p.Text
	}
	for _, p := range r.Props {
		if name, ok := strings.CutPrefix(p.Name, ownProperty); ok {
			e.extras = append(e.extras, crm.Extra{Name: name, Values: components(p)})
			continue
		}
		c.put(p)
	}
	c.finishNames()
}

// ownProperty begins the properties in which this program writes what the standard has no place for.
const ownProperty = "X-REGULARS-"

// components are the parts of a structured value, empty ones too.
func components(p sheet.Prop) []string {
	out := make([]string, len(p.Parts))
	for i := range p.Parts {
		out[i] = list(p, i)
	}
	return out
}

// put sends one property where it belongs.
func (c *cardReader) put(p sheet.Prop) {
	if strings.TrimSpace(p.Text) == "" && p.Data == nil {
		return
	}
	switch p.Name {
	case "N", "FN", "NICKNAME", "SORT-STRING", "X-PHONETIC-FIRST-NAME", "X-PHONETIC-LAST-NAME", "X-PHONETIC-MIDDLE-NAME", "X-MAIDENNAME", "SOUND":
		c.putName(p)
	case "ORG", "TITLE", "ROLE":
		c.putWork(p)
	case "TEL":
		c.putPhone(p)
	case "EMAIL":
		c.e.emails = append(c.e.emails, kindText{placeKind(c.typesOf(p)), unURI(p.Text, "mailto:"), "EMAIL"})
	case "ADR", "LABEL":
		c.putAddress(p)
	case "BDAY", "ANNIVERSARY", "X-ANNIVERSARY", "X-EVOLUTION-ANNIVERSARY", "X-KADDRESSBOOK-X-ANNIVERSARY", "X-ABDATE", "X-WAB-WEDDING_ANNIVERSARY", "X-MS-ANNIVERSARY":
		c.putDate(p)
	case "NOTE":
		c.e.notes = append(c.e.notes, p.Text)
	case "CATEGORIES", "X-CATEGORIES":
		c.e.tags = append(c.e.tags, strings.Join(flat(p), "\n"))
	default:
		c.putLink(p)
	}
}

// putLink handles web pages, chat ids and what is left.
func (c *cardReader) putLink(p sheet.Prop) {
	switch {
	case p.Name == "URL":
		c.e.links = append(c.e.links, kindText{crm.LinkWeb, p.Text, "URL"})
	case p.Name == "X-SOCIALPROFILE":
		c.putProfile(p)
	case p.Name == "IMPP" || chatProps[p.Name] != "":
		c.putChat(p)
	case p.Name == "KIND" || p.Name == "X-ABSHOWAS" || p.Name == "X-ADDRESSBOOKSERVER-KIND":
		c.putKind(p)
	case p.Name == "GENDER" || p.Name == "X-GENDER" || p.Name == "X-WAB-GENDER":
		c.e.addText("gender", genderText(p), p.Name)
	case p.Name == "LANG" || p.Name == "X-LANGUAGE":
		c.e.addText("language", p.Text, p.Name)
	case p.Name == "UID":
		c.e.addText("external_id", p.Text, p.Name)
	case p.Name == "X-ABRELATEDNAMES" || p.Name == "RELATED":
		c.e.custom = append(c.e.custom, fieldText{firstOf(abLabel(c.labels[p.Group]), c.typesOf(p), p.Name), p.Text, p.Name})
	case p.Data != nil || technical[p.Name] || strings.HasPrefix(p.Name, "X-ABADR") || strings.HasPrefix(p.Name, "X-ABLABEL") || strings.HasPrefix(p.Name, "X-IMAGE"):
		c.putData(p)
	default:
		c.e.custom = append(c.e.custom, fieldText{firstOf(abLabel(c.labels[p.Group]), p.Name), p.Text, p.Name})
	}
}

// technical are properties that say something about the card, not about the contact.
var technical = map[string]bool{"VERSION": true, "PRODID": true, "REV": true, "MAILER": true, "CLASS": true, "PROFILE": true, "SOURCE": true, "NAME": true, "CLIENTPIDMAP": true,
	"X-ABUID": true, "X-MOZILLA-HTML": true, "X-EVOLUTION-FILE-AS": true, "X-EVOLUTION-WEBDAV-ETAG": true, "PHOTO": true, "LOGO": true, "KEY": true, "AGENT": true, "X-AIM-STATUS": true,
	"X-MS-OL-DESIGN": true, "X-MS-OL-DEFAULT-POSTAL-ADDRESS": true, "X-GENERATOR": true, "X-RADICALE-NAME": true, "X-ABORDER": true, "XML": true, "X-ACTIVITY-ALARM": true,
	"X-MS-CARDPICTURE": true, "X-PHOENIX-FAVORITE": true, "X-WAB": true, "X-PUBLICFOLDER": true, "X-EVOLUTION-ANNIV": true}

// putData tells of pictures and keys, which are not kept.
func (c *cardReader) putData(p sheet.Prop) {
	switch p.Name {
	case "PHOTO", "LOGO", "X-MS-CARDPICTURE":
		c.e.problems = append(c.e.problems, Problem{Row: c.record.Number, Column: p.Name, Code: "card-picture", Level: Repair})
	case "AGENT", "KEY":
		c.e.problems = append(c.e.problems, Problem{Row: c.record.Number, Column: p.Name, Code: "card-part-left-out", Value: p.Name, Level: Repair})
	}
}

var chatProps = map[string]string{"X-AIM": "im", "X-ICQ": "im", "X-JABBER": "im", "X-MSN": "im", "X-YAHOO": "im", "X-SKYPE": "skype", "X-SKYPE-USERNAME": "skype", "X-QQ": "qq",
	"X-GOOGLE-TALK": "im", "X-GOOGLE TALK": "im", "X-GTALK": "im", "X-GADUGADU": "im", "X-GROUPWISE": "im", "X-TWITTER": "x", "X-FACEBOOK": "facebook", "X-WECHAT": "wechat",
	"X-LINE": "line", "X-WHATSAPP": "whatsapp", "X-TELEGRAM": "telegram", "X-MS-IMADDRESS": "im", "X-IRC": "im", "X-KADDRESSBOOK-X-IMADDRESS": "im", "X-LINKEDIN": "linkedin"}

func (c *cardReader) putChat(p sheet.Prop) {
	kind := chatProps[p.Name]
	text := p.Text
	if p.Name == "IMPP" {
		scheme, rest, ok := strings.Cut(text, ":")
		kind = linkKind(strings.Join(p.Param("X-SERVICE-TYPE"), " ") + " " + scheme)
		if kind == crm.LinkWeb {
			kind = crm.LinkIM
		}
		if ok && !strings.HasPrefix(rest, "//") {
			text = rest
		}
	}
	c.e.links = append(c.e.links, kindText{kind, text, p.Name})
}

// putProfile reads Apple's social profiles: TYPE=twitter and a web address.
func (c *cardReader) putProfile(p sheet.Prop) {
	c.e.links = append(c.e.links, kindText{linkKind(c.typesOf(p)), p.Text, p.Name})
}

func (c *cardReader) putKind(p sheet.Prop) {
	switch strings.ToLower(p.Text) {
	case "org", "company", "organization":
		c.e.kind = "company"
	case "group":
		c.e.kind = "group"
	}
}

func genderText(p sheet.Prop) string {
	text := firstOf(p.Part(0), p.Text)
	if p.Name == "X-WAB-GENDER" {
		return map[string]string{"1": "f", "2": "m"}[text]
	}
	if strings.EqualFold(text, "O") || strings.EqualFold(text, "N") || strings.EqualFold(text, "U") {
		return p.Part(1)
	}
	return text
}

// typesOf is what the card says about the kind of a value: its types and Apple's label.
func (c *cardReader) typesOf(p sheet.Prop) string {
	words := slices.Clone(p.Param("TYPE"))
	for _, param := range p.Params {
		if len(param.Values) == 0 || param.Name == "" {
			words = append(words, param.Name)
		}
	}
	return strings.TrimSpace(strings.Join(append(words, c.labels[p.Group]), " "))
}

// abLabel takes the wrapping off Apple's own labels: _$!<Spouse>!$_.
func abLabel(s string) string { return strings.TrimSuffix(strings.TrimPrefix(s, "_$!<"), ">!$_") }

func (c *cardReader) putPhone(p sheet.Prop) {
	text := unURI(p.Text, "tel:")
	ext := ""
	if head, tail, ok := strings.Cut(text, ";"); ok && len(text) != len(p.Text) {
		text = head
		for _, param := range strings.Split(tail, ";") {
			if v, is := strings.CutPrefix(param, "ext="); is {
				ext = v
			}
		}
	}
	if m := dialedOn.FindStringSubmatch(text); m != nil && ext == "" {
		text, ext = m[1], m[2]
	}
	c.e.phones = append(c.e.phones, phoneText{kind: phoneKind(c.typesOf(p)), cell: clean.Typed(text), ext: ext, from: "TEL", note: c.ownLabel(p)})
}

// dialedOn is a number with what a phone dials after a pause: 02-2345-6789,305 or 02-2345-6789p305.
var dialedOn = regexp.MustCompile(`^(\+?[\d ()-]{7,})[,;pPwW]{1,3}(\d{1,6})#?$`)

// ownLabel is a label that the owner of the card wrote: "son's phone", but not "Work" or _$!<Mobile>!$_.
func (c *cardReader) ownLabel(p sheet.Prop) string {
	label := strings.TrimSpace(c.labels[p.Group])
	if p.Group == "" || label == "" || strings.HasPrefix(label, "_$!<") || plainLabels[strings.ToLower(label)] {
		return ""
	}
	return label
}

// plainLabels say no more than the kind of a number does.
var plainLabels = setOf("mobile cell phone home work office main fax pager other iphone 手機 手机 行動電話 電話 住家 住宅 公司 工作 傳真 其他 總機 総合 携帯 自宅 会社")

func setOf(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

// unURI takes the scheme off a URI and decodes it; other text stays.
func unURI(text, scheme string) string {
	if len(text) <= len(scheme) || !strings.EqualFold(text[:len(scheme)], scheme) {
		return text
	}
	if plain, err := url.PathUnescape(text[len(scheme):]); err == nil {
		return plain
	}
	return text[len(scheme):]
}

func (c *cardReader) putName(p sheet.Prop) {
	n := &c.e.name
	switch p.Name {
	case "N":
		c.putN(p)
	case "FN":
		if c.e.display == "" {
			c.e.display = p.Text
		} else if p.Text != c.e.display {
			c.e.altNames = append(c.e.altNames, p.Text)
		}
	case "NICKNAME":
		c.putNickname(p)
	case "X-PHONETIC-FIRST-NAME":
		n.ReadGiven = p.Text
	case "X-PHONETIC-LAST-NAME":
		n.ReadFamily = p.Text
	case "SORT-STRING":
		c.putSort(p.Text)
	case "SOUND":
		c.putSound(p)
	case "X-MAIDENNAME":
		c.e.altNames = append(c.e.altNames, p.Text)
	}
}

func (c *cardReader) putNickname(p sheet.Prop) {
	for i, nick := range flat(p) {
		if i == 0 && c.e.name.Nickname == "" {
			c.e.name.Nickname = nick
		} else {
			c.e.altNames = append(c.e.altNames, nick)
		}
	}
}

// putN takes the structured name. A second N is the same name in another writing.
func (c *cardReader) putN(p sheet.Prop) {
	n := &c.e.name
	family, given, middle := list(p, 0), list(p, 1), list(p, 2)
	if p.Parts == nil {
		family = p.Text
	}
	if n.Family+n.Given != "" {
		c.e.altNames = append(c.e.altNames, strings.TrimSpace(given+" "+family))
		return
	}
	n.Family, n.Given, n.Middle, n.Prefix, n.Suffix = family, given, middle, list(p, 3), list(p, 4)
	for _, s := range p.Param("SORT-AS") {
		c.putSort(s)
	}
}

// putSort takes the sort form as the reading, where the name is one that needs a reading.
func (c *cardReader) putSort(s string) {
	n := &c.e.name
	if n.Reading == "" && n.ReadFamily == "" && !hasHan(s) && hasHan(n.Family+n.Given+c.e.display) {
		n.Reading = strings.Join(strings.Fields(strings.NewReplacer(",", " ", ";", " ").Replace(s)), " ")
	}
}

// putSound reads the X-IRMC-N form, in which Japanese phones keep the reading.
func (c *cardReader) putSound(p sheet.Prop) {
	if !strings.Contains(strings.ToUpper(c.typesOf(p)), "X-IRMC-N") || p.Data != nil {
		return
	}
	words := strings.FieldsFunc(p.Text, func(r rune) bool { return r == ';' })
	if c.e.name.Reading == "" {
		c.e.name.Reading = strings.TrimSpace(strings.Join(words, " "))
	}
}

func hasHan(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r >= 0x2E80 && r < 0xD7B0 })
}

// finishNames decides which name is shown. FN is what the owner of the card reads; N divides it.
func (c *cardReader) finishNames() {
	n := &c.e.name
	if c.e.display == "" {
		return
	}
	n.Full, c.e.display = c.e.display, ""
	c.e.nameFrom = "FN"
	if echoKey(n.Full) == echoKey(n.Nickname) && n.Family+n.Given == "" {
		n.Nickname = ""
	}
}

func (c *cardReader) putWork(p sheet.Prop) {
	switch p.Name {
	case "ORG":
		c.putOrg(p)
	case "TITLE":
		pos := c.freePosition(func(p *positionText) bool { return p.title == "" })
		pos.title, pos.titleFrom = p.Text, "TITLE"
	case "ROLE":
		c.e.echoes = append(c.e.echoes, fieldText{"ROLE", p.Text, "ROLE"})
	}
}

func (c *cardReader) putOrg(p sheet.Prop) {
	pos := c.freePosition(func(p *positionText) bool { return p.company == "" && p.department == "" })
	pos.from, pos.departmentFrom = "ORG", "ORG"
	if p.Parts == nil {
		pos.company = p.Text
		return
	}
	pos.company, pos.department = list(p, 0), list(p, 1)
	for i := 2; i < len(p.Parts); i++ {
		c.e.labelled = append(c.e.labelled, fieldText{"ORG", list(p, i), "ORG"})
	}
}

// freePosition is the first position where something is free, else a new one.
func (c *cardReader) freePosition(free func(*positionText) bool) *positionText {
	for i := range c.e.positions {
		if free(&c.e.positions[i]) {
			return &c.e.positions[i]
		}
	}
	return c.e.position(len(c.e.positions))
}

// putAddress reads ADR: PO box; extended; street; city; region; postal code; country. LABEL is the same as one text.
func (c *cardReader) putAddress(p sheet.Prop) {
	kind := placeKind(c.typesOf(p))
	if p.Name == "LABEL" {
		c.putLabel(kind, p.Text)
		return
	}
	a := addressText{slot: addressSlot{kind: kind, nth: len(c.e.addresses)}, from: "ADR"}
	a.parts = clean.AddressParts{Kind: kind, POBox: list(p, 0), City: list(p, 3), Region: list(p, 4), Country: list(p, 6), Postal: clean.Typed(list(p, 5))}
	addLine(&a.parts.Street, list(p, 2))
	addLine(&a.parts.Street, list(p, 1))
	if p.Parts == nil {
		a.parts.Street = p.Text
	}
	if label := p.Param("LABEL"); len(label) > 0 {
		a.formatted = strings.Join(label, "\n")
	}
	c.e.addresses = append(c.e.addresses, a)
}

// putLabel takes a label as an address only where the card has no ADR of its kind.
func (c *cardReader) putLabel(kind, text string) {
	for _, p := range c.record.All("ADR") {
		if placeKind(c.typesOf(p)) == kind && strings.Trim(p.Text, "; ") != "" {
			return
		}
	}
	c.e.addresses = append(c.e.addresses, addressText{slot: addressSlot{kind: kind, nth: len(c.e.addresses)}, parts: clean.AddressParts{Kind: kind, Street: text}, from: "LABEL"})
}

func (c *cardReader) putDate(p sheet.Prop) {
	d := dateText{kind: crm.DateBirthday, from: p.Name, cell: clean.Typed(p.Text)}
	if p.Name != "BDAY" {
		d.kind = crm.DateAnniversary
	}
	if p.Name == "X-ABDATE" {
		d.label = abLabel(c.labels[p.Group])
		d.kind = eventKind(d.label)
	}
	if calendar := p.Param("CALSCALE"); len(calendar) > 0 && !strings.EqualFold(calendar[0], "gregorian") {
		d.cell = clean.Typed(p.Text + " (" + calendar[0] + ")")
	}
	if d.cell.Text = withoutTime(d.cell.Text); omittedYear(p) != "" {
		d.cell.Text = strings.Replace(d.cell.Text, omittedYear(p), "-", 1)
	}
	c.e.dates = append(c.e.dates, d)
}

// omittedYear is the year that stands for "no year" (X-APPLE-OMIT-YEAR=1604).
func omittedYear(p sheet.Prop) string {
	if y := p.Param("X-APPLE-OMIT-YEAR"); len(y) > 0 {
		return y[0]
	}
	return ""
}

// withoutTime takes the time of day off an ISO date: a birthday is a day, and midnight in another zone would be the day before.
func withoutTime(s string) string {
	s = strings.TrimSpace(s)
	if at := strings.IndexByte(s, 'T'); at == 8 || at == 10 {
		return s[:at]
	}
	return s
}

// list is a component of a value, its parts joined as text has them.
func list(p sheet.Prop, index int) string {
	if index >= len(p.Parts) {
		return ""
	}
	return strings.Join(p.Parts[index], ",")
}

// flat is every part of a value.
func flat(p sheet.Prop) []string {
	var out []string
	for _, part := range p.Parts {
		for _, s := range part {
			if s = strings.TrimSpace(s); s != "" {
				out = append(out, s)
			}
		}
	}
	if out == nil && strings.TrimSpace(p.Text) != "" {
		out = []string{strings.TrimSpace(p.Text)}
	}
	return out
}
