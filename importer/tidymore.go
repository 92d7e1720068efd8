package importer

import (
	"slices"
	"strconv"
	"strings"

	"regulars/importer/clean"
	"regulars/importer/mapping"
	"regulars/store/crm"
)

func (t *tidier) dates() {
	for i := range t.e.dates {
		d := &t.e.dates[i]
		if d.cell.Text == "" && d.year+d.month+d.day != "" {
			t.dateOfParts(d)
			continue
		}
		if t.addLunar(d) {
			continue
		}
		role := clean.OtherDate
		if d.kind == crm.DateBirthday {
			role = clean.Birthday
		}
		got := clean.Date(d.cell, role, d.hints)
		t.note(d.from, got.Notes)
		if got.Date == 0 {
			t.rest(d.from, got.Rest)
			continue
		}
		t.rest(d.from, got.Rest)
		t.addDate(d, got.Date)
	}
}

// addLunar takes a birthday and the like of the lunar calendar as it stands.
func (t *tidier) addLunar(d *dateText) bool {
	day, ok := clean.LunarDay(d.cell.Text)
	if !ok || d.kind != "" && d.kind != crm.DateBirthday && d.kind != crm.DateAnniversary {
		return false
	}
	s := crm.SpecialDate{Kind: d.kind, Date: day, Lunar: true}
	if d.kind == "" {
		s.Label = d.label
	}
	if !slices.Contains(t.c.Dates, s) {
		t.c.Dates = append(t.c.Dates, s)
	}
	return true
}

// addDate puts a day where it belongs.
func (t *tidier) addDate(d *dateText, day crm.Date) {
	switch d.kind {
	case "card_date":
		t.c.CardDate = day
	case "last_verified":
		t.c.LastVerified = day
	case "last_touch":
		t.c.LastTouch = day
	default:
		s := crm.SpecialDate{Kind: d.kind, Date: day}
		if d.kind == "" {
			s.Label = d.label
		}
		if !slices.Contains(t.c.Dates, s) {
			t.c.Dates = append(t.c.Dates, s)
		}
	}
}

// dateOfParts joins year, month and day of three columns.
func (t *tidier) dateOfParts(d *dateText) {
	y, errY := number(d.year)
	m, errM := number(d.month)
	day, errD := number(d.day)
	if y > 0 && y < 200 && (t.place.Country == "TW") {
		y += 1911
	}
	typed := strings.Trim(strings.Join([]string{d.year, d.month, d.day}, "-"), "-")
	if y == 0 && m == 0 && day == 0 && errY == nil && errM == nil && errD == nil {
		return
	}
	date, err := crm.NewDate(y, m, day)
	if err != nil || errY != nil || errM != nil || errD != nil {
		t.problem(Problem{Column: d.from, Code: clean.DateImpossible, Value: typed, Level: Trouble})
		t.rest(d.from, typed)
		return
	}
	t.addDate(d, date)
}

// number reads a whole number; an empty text is 0.
func number(s string) (int, error) {
	s = strings.TrimRight(clean.Text(s), "年月日 ")
	if s == "" || clean.Nothing(s) {
		return 0, nil
	}
	return strconv.Atoi(s)
}

// plain fills the fields that hold one text.
func (t *tidier) plain() {
	for _, p := range t.e.plain {
		text := something(p.text)
		if text == "" {
			continue
		}
		if channel, ok := strings.CutPrefix(p.field, "consent."); ok {
			t.consent(crm.Channel(channel), text, p.from)
			continue
		}
		t.plainField(p.field, text, p.from)
	}
}

func (t *tidier) plainField(field, text, from string) {
	c := t.c
	switch field {
	case "gender":
		c.Gender = genderOf(text)
	case "language":
		c.Language = languageOf(text)
	case "source":
		for _, s := range parts(text, "\n;；") {
			c.Sources = append(c.Sources, crm.Source{Name: s})
		}
	case "referrer":
		c.ReferrerName = text
	case "external_id":
		c.External = append(c.External, crm.ExternalID{System: externalSystem(from), Value: text})
	case "roles":
		c.Roles = unite(c.Roles, parts(text, "\n;；,，、"))
	case "preferences":
		t.preferences(text, from)
	case "preferred_channel":
		t.preferred(text, from)
	default:
		c.SetCustom(from, joinLines(c.CustomValueOf(from), text))
	}
}

// externalSystem names the program an id comes from: by the header, unless that says no more than "id".
func externalSystem(header string) string {
	if strings.EqualFold(header, "UID") {
		return "vcard"
	}
	return ""
}

func (t *tidier) preferences(text, from string) {
	for _, line := range parts(text, "\n;；") {
		label, value, ok := strings.Cut(line, "：")
		if !ok {
			label, value = "", line
		}
		t.c.Preferences = append(t.c.Preferences, crm.Preference{Label: strings.TrimSpace(label), Value: strings.TrimSpace(value)})
	}
}

func (t *tidier) preferred(text, from string) {
	if ch, ok := channelOf(text); ok {
		t.c.Preferred = crm.Preferred{Channel: ch}
		return
	}
	t.c.SetCustom(from, text)
}

func (t *tidier) consent(ch crm.Channel, text, from string) {
	switch strings.ToLower(text) {
	case "yes", "y", "true", "1", "是", "可", "同意", "允許", "agreed", "ok", "v", "✓", "✔", "allowed", "subscribed", "訂閱":
		t.c.SetConsent(crm.Consent{Channel: ch, Allowed: true})
	case "no", "n", "false", "0", "否", "不", "不可", "不同意", "拒絕", "x", "✗", "✘", "refused", "unsubscribed", "取消訂閱":
		t.c.SetConsent(crm.Consent{Channel: ch})
	default:
		t.c.SetCustom(from, text)
	}
}

func channelOf(text string) (crm.Channel, bool) {
	switch strings.ToLower(text) {
	case "post", "mail", "郵寄", "郵件", "信件", "書面":
		return crm.ByPost, true
	case "email", "e-mail", "電子郵件", "電郵":
		return crm.ByEmail, true
	case "phone", "call", "電話", "致電":
		return crm.ByPhone, true
	case "fax", "傳真":
		return crm.ByFax, true
	case "sms", "簡訊", "text":
		return crm.BySMS, true
	case "line":
		return crm.ByLINE, true
	}
	return "", false
}

func genderOf(text string) string {
	switch strings.ToLower(text) {
	case "f", "female", "女", "女性", "woman", "weiblich", "femme", "féminin", "여", "여성":
		return "f"
	case "m", "male", "男", "男性", "man", "männlich", "homme", "masculin", "남", "남성":
		return "m"
	case "unspecified", "未指定", "u", "unknown", "keine angabe", "nicht angegeben", "non précisé", "non spécifié", "指定なし", "指定しない", "지정 안 함", "未知", "不詳", "不详":
		return ""
	}
	return text
}

func languageOf(text string) string {
	switch strings.ToLower(text) {
	case "繁體中文", "正體中文", "中文(繁體)", "traditional chinese", "chinese (traditional)", "zh-tw", "zh-hant", "中文", "chinese", "國語":
		return "zh-Hant"
	case "簡體中文", "简体中文", "simplified chinese", "zh-cn", "zh-hans":
		return "zh-Hans"
	case "英文", "英語", "english", "en", "en-us", "en-gb":
		return "en"
	case "日文", "日語", "日本語", "japanese", "ja", "ja-jp":
		return "ja"
	case "韓文", "韓語", "한국어", "korean", "ko":
		return "ko"
	}
	return text
}

// parts divides a list in a cell.
func parts(text, signs string) []string {
	var out []string
	for _, p := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(signs, r) }) {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, p)
		}
	}
	return out
}

func unite(list, more []string) []string {
	for _, m := range more {
		if !slices.Contains(list, m) {
			list = append(list, m)
		}
	}
	return list
}

// lists fills the lists of words.
func (t *tidier) lists() {
	for _, cell := range t.e.tags {
		for _, tag := range tagsOf(cell) {
			t.c.AddTag(tag)
		}
	}
}

// tagsOf divides a cell of categories. Google marks its own groups with an asterisk; the group of all contacts says nothing.
func tagsOf(cell string) []string {
	signs := ";；,，、\n|"
	if strings.Contains(cell, ":::") {
		cell, signs = strings.ReplaceAll(cell, ":::", "\n"), "\n"
	}
	var out []string
	for _, tag := range parts(clean.Text(cell), signs) {
		tag = strings.Trim(strings.TrimPrefix(tag, "*"), "\"“” ")
		if strings.EqualFold(strings.ReplaceAll(tag, " ", ""), "mycontacts") || clean.Nothing(tag) {
			continue
		}
		out = append(out, tag)
	}
	return out
}

// customs fills the user's own fields.
func (t *tidier) customs() {
	for _, v := range t.e.custom {
		if text := something(v.text); text != "" {
			t.c.SetCustom(v.field, joinLines(t.c.CustomValueOf(v.field), text))
		}
	}
	known := ""
	for _, v := range t.e.echoes {
		text := something(v.text)
		if text == "" {
			continue
		}
		if known == "" {
			known = t.known()
		}
		switch {
		case strings.Contains(known, "\x00"+echoKey(text)+"\x00"):
		case v.field == "":
			t.addAlt(text)
		default:
			t.c.SetCustom(v.field, joinLines(t.c.CustomValueOf(v.field), text))
		}
	}
}

// known holds everything that a column which repeats others may say.
func (t *tidier) known() string {
	n := t.c.Name
	all := []string{n.Display(), n.Sorted(), n.Full, n.Family, n.Given, n.Nickname, n.Given + n.Family, n.Family + n.Given, n.Given + n.Middle + n.Family,
		n.Prefix + n.Given + n.Middle + n.Family + n.Suffix, n.Family + n.Given + n.Middle, n.Given + n.Family + n.Suffix, n.Prefix + n.Given + n.Family}
	all = append(all, n.Alt...)
	for _, p := range t.c.Positions {
		all = append(all, p.CompanyName, p.Department, p.Title)
	}
	for _, e := range t.c.Emails {
		all = append(all, e.Address, n.Display()+e.Address, n.Given+n.Middle+n.Family+e.Address)
	}
	for _, p := range t.c.Phones {
		all = append(all, p.Text)
	}
	for i, s := range all {
		all[i] = echoKey(s)
	}
	return "\x00" + strings.Join(all, "\x00") + "\x00"
}

func echoKey(s string) string { return mapping.Fold(s) }

func joinLines(a, b string) string {
	switch {
	case a == "" || a == b:
		return b
	case hasLine(a, b):
		return a
	}
	return a + "\n" + b
}

// notes puts together the notes of the file and what fitted no field.
func (t *tidier) notes() {
	text := ""
	for _, n := range t.e.notes {
		if s := something(n); s != "" {
			text = joinLines(text, s)
		}
	}
	for _, l := range t.e.labelled {
		if s := something(l.text); s != "" {
			text = joinLines(text, label(l.field)+s)
		}
	}
	t.c.Notes = text
}

func label(header string) string {
	if header == "" {
		return ""
	}
	return header + ": "
}
