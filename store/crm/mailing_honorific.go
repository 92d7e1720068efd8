package crm

import "strings"

// Opening is the word after the name on a Chinese envelope: who may open it, and how politely.
type Opening string

// Key is the name of an opening in the catalogue key "print.opening.<Key>".
func (o Opening) Key() string {
	for _, k := range [...]struct {
		o    Opening
		name string
	}{{OpeningByRelation, "relation"}, {OpeningSuperior, "superior"}, {OpeningPeer, "peer"}, {OpeningLady, "lady"}, {OpeningTeacher, "teacher"},
		{OpeningMilitary, "military"}, {OpeningMourning, "mourning"}, {OpeningPlain, "plain"}} {
		if k.o == o {
			return k.name
		}
	}
	return "none"
}

// The openings. 敬啟 is not among them: it would ask the receiver to open the letter with respect, the classic mistake.
const (
	OpeningByRelation Opening = ""
	OpeningNone       Opening = "none"
	OpeningSuperior   Opening = "鈞啟" // superiors, heads of firms and offices
	OpeningTeacher    Opening = "道啟" // teachers and clergy
	OpeningMilitary   Opening = "勳啟" // officers
	OpeningPeer       Opening = "台啟" // peers
	OpeningLady       Opening = "惠啟" // ladies
	OpeningMourning   Opening = "禮啟" // families in mourning
	OpeningPlain      Opening = "收"  // juniors, postcards, companies
)

// Openings lists the words that a user may choose from.
func Openings() []Opening {
	return []Opening{OpeningByRelation, OpeningSuperior, OpeningPeer, OpeningLady, OpeningTeacher, OpeningMilitary, OpeningMourning, OpeningPlain, OpeningNone}
}

// ParseOpening takes the word that a user typed; anything but one of Openings becomes the one chosen by relation. So does 敬啟.
func ParseOpening(s string) Opening {
	for _, o := range Openings() {
		if string(o) == strings.TrimSpace(s) {
			return o
		}
	}
	return OpeningByRelation
}

// addressee fills in who the mail is for. At home the company stays away.
func (s MailStyle) addressee(to *MailTo, c *Contact, at string) {
	if c.Kind == Company {
		to.Company = c.Name.Display()
		s.companyHonours(to)
		return
	}
	p := c.Current()
	to.Name = c.Name.Display()
	if at != KindHome {
		to.Company, to.Department = p.CompanyName, p.Department
	}
	switch to.Script {
	case WesternMail:
		s.westernHonours(to, c, p, at)
	case JapaneseMail:
		to.Department = join(to.Department, workTitle(p, at))
		to.After = "様"
	default:
		s.chineseHonours(to, c, p, at)
	}
	if to.Name == "" && to.Company == "" {
		to.Name = c.Title()
	}
}

func (s MailStyle) companyHonours(to *MailTo) {
	switch to.Script {
	case JapaneseMail:
		to.After = "御中"
	case ChineseMail:
		to.Opening = s.opening(OpeningPlain)
	}
}

func (s MailStyle) westernHonours(to *MailTo, c *Contact, p Position, at string) {
	to.Before = westernSalutation(c)
	if strings.HasPrefix(to.Name, c.Name.Prefix) && c.Name.Prefix != "" {
		to.Before = ""
	}
	title := workTitle(p, at)
	to.Department = comma(title, to.Department)
	switch s.Joint {
	case JointCouple:
		to.Before = "Mr. and Mrs."
	case JointFamily:
		to.Before, to.After = "", "and family"
	}
}

// westernSalutation gives Mr. or Ms. where the record says so; nothing is guessed from the name.
func westernSalutation(c *Contact) string {
	switch c.Name.Salutation {
	case "先生":
		return "Mr."
	case "小姐", "女士":
		return "Ms."
	case "太太", "夫人":
		return "Mrs."
	case "":
		return map[string]string{"m": "Mr.", "f": "Ms."}[c.Gender]
	}
	if hasEastAsian(c.Name.Salutation) {
		return ""
	}
	return c.Name.Salutation
}

func (s MailStyle) chineseHonours(to *MailTo, c *Contact, p Position, at string) {
	title := workTitle(p, at)
	honour := honorificTitle(title)
	switch {
	case s.Joint == JointCouple:
		to.After = "賢伉儷"
		return
	case s.Joint == JointFamily:
		to.After = "闔家"
		return
	case honour == "":
		to.After = chineseSalutation(c)
		to.Department = join(to.Department, title)
	case s.TitleInside && c.Name.Full == "" && c.Name.Family != "" && c.Name.Given != "" && isHanOrHangul(c.Name.Family+c.Name.Given) && short(honour):
		to.After = honour
		to.Polite = c.Name.Family + honour + c.Name.Given
	default:
		to.After = honour
	}
	to.Opening = s.opening(openingFor(honour, to.After))
}

// opening is the user's choice, else the one that fits the relation.
func (s MailStyle) opening(fitting Opening) string {
	switch s.Opening {
	case OpeningNone:
		return ""
	case OpeningByRelation:
		return string(fitting)
	}
	return string(s.Opening)
}

func short(title string) bool { return len([]rune(title)) <= 4 }

// workTitle is the title of the position, on mail that goes to work.
func workTitle(p Position, at string) string {
	if at == KindHome && honorificTitle(p.Title) == "" {
		return ""
	}
	return strings.TrimSpace(p.Title)
}

// chineseSalutation is 先生 or 女士 where the record says so, and 君, which fits everyone, where it does not.
func chineseSalutation(c *Contact) string {
	if s := c.Name.Salutation; s != "" {
		return chineseFor(s)
	}
	if strings.HasSuffix(c.Name.Full, "先生") || strings.HasSuffix(c.Name.Full, "小姐") || strings.HasSuffix(c.Name.Full, "女士") {
		return ""
	}
	switch c.Gender {
	case "m":
		return "先生"
	case "f":
		return "女士"
	}
	return "君"
}

func chineseFor(salutation string) string {
	switch strings.ToLower(strings.TrimSuffix(salutation, ".")) {
	case "mr":
		return "先生"
	case "ms", "miss":
		return "小姐"
	case "mrs":
		return "女士"
	case "dr":
		return "博士"
	}
	return salutation
}

// honorificTitle is the part of a job title that serves in place of 先生 or 女士, or "": 總經理 of 「總經理／創辦人」, nothing of 「廠務」 or "Sales Manager".
func honorificTitle(title string) string {
	for _, part := range strings.FieldsFunc(title, func(r rune) bool { return strings.ContainsRune("/／、,，;；&＆ \t\n|｜()（）", r) }) {
		if !isHanOrHangul(part) {
			continue
		}
		for _, end := range honorificEnds {
			if strings.HasSuffix(part, end) {
				return part
			}
		}
	}
	return ""
}

// honorificEnds end titles by which people are addressed. 長 covers 董事長, 校長, 處長, 廠長 …
var honorificEnds = [...]string{"長", "长", "總經理", "总经理", "經理", "经理", "協理", "襄理", "副理", "總裁", "总裁", "總監", "总监", "副總", "副总",
	"教授", "老師", "老师", "醫師", "醫生", "药师", "藥師", "律師", "律师", "會計師", "会计师", "建築師", "建筑师", "地政士", "代書", "技師",
	"主任", "顧問", "顾问", "主席", "董事", "監事", "委員", "委员", "議員", "议员", "主委", "博士", "主編", "主播", "導演", "牧師", "神父", "法師",
	"住持", "修女", "將軍", "上將", "中將", "少將", "上校", "中校", "少校", "上尉", "司令", "指揮官", "老闆", "老板", "董娘", "代表", "專員", "秘書", "助理"}

// openingFor follows the custom of the trade: the title decides, then 女士.
func openingFor(title, after string) Opening {
	switch {
	case endsWith(title, "老師", "老师", "教授", "校長", "校长", "園長", "牧師", "神父", "法師", "住持", "修女"):
		return OpeningTeacher
	case endsWith(title, "將軍", "上將", "中將", "少將", "上校", "中校", "少校", "上尉", "司令", "指揮官", "艦長", "連長", "營長"):
		return OpeningMilitary
	case endsWith(title, "董事長", "董事长", "理事長", "總經理", "总经理", "總裁", "总裁", "執行長", "院長", "局長", "處長", "署長", "部長", "市長", "縣長",
		"鎮長", "區長", "總監", "主席", "副總", "議員", "委員"):
		return OpeningSuperior
	case title == "" && endsWith(after, "女士", "小姐", "太太", "夫人"):
		return OpeningLady
	}
	return OpeningPeer
}

func endsWith(s string, ends ...string) bool {
	for _, e := range ends {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}

// Greeting opens a letter in the language of the correspondence ("en" or "ja", else Chinese): 「王經理 您好：」, "Dear Ms. Wang,".
func (s MailStyle) Greeting(c *Contact, language string) string {
	switch {
	case strings.HasPrefix(language, "ja"):
		return firstOf(join(c.Name.Display(), "様"), c.Title())
	case strings.HasPrefix(language, "en") || language == "" && !hasEastAsian(c.Title()):
		return s.westernGreeting(c)
	}
	return s.chineseGreeting(c)
}

func (s MailStyle) westernGreeting(c *Contact) string {
	if c.Kind == Company || c.Name.Display() == "" {
		return "Dear Sir or Madam,"
	}
	if s.Joint == JointFamily {
		return "Dear " + c.Name.Display() + " and family,"
	}
	honour := firstOf(westernSalutation(c), c.Name.Prefix)
	if s.Joint == JointCouple {
		honour = "Mr. and Mrs."
	}
	if honour == "" || c.Name.Family == "" {
		return "Dear " + c.Name.Display() + ","
	}
	return "Dear " + join(honour, c.Name.Family) + ","
}

func (s MailStyle) chineseGreeting(c *Contact) string {
	if c.Kind == Company {
		return c.Name.Display() + " 台鑒："
	}
	name, honour := firstOf(c.Name.Display(), c.Title()), honorificTitle(c.Current().Title)
	switch {
	case s.Joint == JointCouple:
		return name + " 賢伉儷 雅鑒："
	case s.Joint == JointFamily:
		return name + " 闔府 雅鑒："
	case honour != "" && c.Name.Family != "" && hasEastAsian(c.Name.Family):
		return c.Name.Family + honour + " 您好："
	}
	if after := chineseSalutation(c); after != "君" {
		return join(name, after) + " 您好："
	}
	return name + " 您好："
}
