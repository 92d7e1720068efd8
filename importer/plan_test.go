package importer

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"regulars/store/crm"
)

// outcomes writes how the rows end: 2:created 3:skipped/in-file.
func outcomes(p *Plan) string {
	var out []string
	for _, r := range p.Rows {
		s := fmt.Sprintf("%d:%s", r.Number, r.Outcome)
		if r.Reason != "" {
			s += "/" + r.Reason
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

func known(id byte, name, company, phone, email string) crm.Contact {
	p := planRow("姓名|公司|電話|Email", name+"|"+company+"|"+phone+"|"+email)
	p.ID = crm.ID{id}
	for i := range p.Positions {
		p.Positions[i].Company = crm.ID{}
	}
	return p
}

// planRow is the contact that a row makes.
func planRow(headers, row string) crm.Contact {
	s := sourceOf(headers, row)
	r := newRowReader(s.file.Table(), s.Propose(nil), nil)
	return r.tidyRow(s.file.Table().Rows[0], "TW", -1).contact
}

func TestOutcomes(t *testing.T) {
	store := []crm.Contact{known(1, "王小明", "大同公司", "0912345678", "a@b.com"), known(2, "李大華", "", "", "info@b.com"), {ID: crm.ID{3}, Kind: crm.Company, Name: crm.Name{Full: "台積電"}}}
	const headers = "姓名|公司|電話|Email"
	cases := []struct {
		name string
		mode crm.Duplicates
		rows []string
		want string
	}{
		{"new", "", []string{"陳怡君|大同公司|02-23456789|"}, "2:created"},
		{"known, nothing new", "", []string{"王小明|大同公司|0912345678|a@b.com"}, "2:unchanged/nothing-new"},
		{"known, something new", "", []string{"王小明|大同公司|0912345678|new@b.com"}, "2:updated/in-store"},
		{"known, skipped", crm.SkipDuplicates, []string{"王小明|大同公司|0912345678|new@b.com"}, "2:skipped/in-store"},
		{"known, added again", crm.AddDuplicates, []string{"王小明|大同公司|0912345678|new@b.com"}, "2:created"},
		{"twice in the file", "", []string{"陳怡君||02-23456789|", "陳怡君||02-23456789|"}, "2:created 3:skipped/in-file"},
		{"second row completes the first", "", []string{"陳怡君||02-23456789|", "陳怡君||02-23456789|c@d.com"}, "2:created 3:updated/joined-in-file"},
		{"same e-mail, other name", "", []string{"陳怡君||02-23456789|info@b.com"}, "2:created/maybe-known"},
		{"same name, nothing else", "", []string{"王小明|||"}, "2:created/maybe-known"},
		{"empty row", "", []string{"|||", "陳怡君|||"}, "2:skipped/row-empty 3:created"},
		{"nothing but words for nothing", "", []string{"無|-|N/A|", "陳怡君|||"}, "2:skipped/row-empty 3:created"},
		{"company that is known", "", []string{"|台積電||"}, "2:unchanged/nothing-new"},
		{"company beside its people", "", []string{"陳怡君|新公司||", "|新公司|02-23456789|"}, "2:created 3:created"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p := planOf(t, sourceOf(headers, c.rows...), store, Settings{Duplicates: c.mode})
			if got := outcomes(p); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
			if sum := p.Created + p.Updated + p.Unchanged + p.Skipped + p.Failed; sum != p.Counts.Rows || sum != len(c.rows) {
				t.Errorf("counts %+v for %d rows", p.Counts, len(c.rows))
			}
		})
	}
}

func TestUpdateShowsOldAndNew(t *testing.T) {
	store := []crm.Contact{planRow("姓名|手機|職稱|公司", "王小明|0912345678|經理|大同公司")}
	store[0].ID = crm.ID{1}
	p := planOf(t, sourceOf("姓名|手機|職稱|公司", "王小明|0912345678|協理|大同公司"), store, Settings{Duplicates: crm.UpdateDuplicates})
	want := []crm.Change{{Field: "job_title", Old: []string{"經理"}, New: []string{"協理"}}}
	if got := p.Rows[0].Changes; !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	d := p.Batch().Drafts
	if len(d) != 2 || !d[0].Employer || d[1].New || d[1].Base == nil || d[1].Base.Current().Title != "經理" || d[1].Record.Current().Title != "協理" {
		t.Errorf("drafts %+v", d)
	}
}

func TestFillTellsWhatDiffers(t *testing.T) {
	store := []crm.Contact{planRow("姓名|手機|性別", "王小明|0912345678|男")}
	store[0].ID = crm.ID{1}
	p := planOf(t, sourceOf("姓名|手機|性別", "王小明|0912345678|女"), store, Settings{})
	if w := (want{code: "value-differs"}).compareProblems(p); w != nil {
		t.Error(w)
	}
	if got := outcomes(p); got != "2:unchanged/nothing-new" {
		t.Errorf("got %s", got)
	}
}

// A row about somebody known that says where else they work, or as what else, is never "nothing new".
func TestPositionsOfKnownPeople(t *testing.T) {
	const headers = "姓名|手機|職稱|公司"
	cases := []struct {
		name, row string
		mode      crm.Duplicates
		want      string
		positions int
	}{
		{"other title, filled", "王小明|0912345678|協理|大同股份有限公司", "", "2:updated/in-store", 2},
		{"other title, updated", "王小明|0912345678|協理|大同股份有限公司", crm.UpdateDuplicates, "2:updated/in-store", 1},
		{"other company", "王小明|0912345678|顧問|聲寶公司", "", "2:updated/in-store", 2},
		{"same company in another writing", "王小明|0912345678|經理|大同(股)公司", crm.UpdateDuplicates, "2:unchanged/nothing-new", 1},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			store := []crm.Contact{planRow(headers, "王小明|0912345678|經理|大同股份有限公司")}
			store[0].ID = crm.ID{1}
			p := planOf(t, sourceOf(headers, c.row), store, Settings{Duplicates: c.mode})
			if got := outcomes(p); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
			for _, d := range p.Batch().Drafts {
				if d.Record.ID == store[0].ID && (len(d.Record.Positions) != c.positions || len(p.Rows[0].Changes) == 0) {
					t.Errorf("positions %+v, changes %+v", d.Record.Positions, p.Rows[0].Changes)
				}
			}
		})
	}
}

func TestEmployers(t *testing.T) {
	store := []crm.Contact{{ID: crm.ID{3}, Kind: crm.Company, Name: crm.Name{Full: "台灣積體電路製造股份有限公司"}}}
	p := planOf(t, sourceOf("姓名|公司", "王小明|大同公司", "李大華|大同(股)公司", "陳怡君|台灣積體電路製造(股)公司", "|鴻海精密", "林美玲|鴻海精密"), store, Settings{Tag: "展覽"})
	if p.Companies != 1 || p.Created != 5 {
		t.Errorf("companies %d, created %d", p.Companies, p.Created)
	}
	byName := map[string]crm.Contact{}
	for _, c := range allRecords(p) {
		byName[c.Title()] = c
		if !c.HasTag("展覽") {
			t.Errorf("%s lacks the tag", c.Title())
		}
	}
	a, b := byName["王小明"].Positions[0], byName["李大華"].Positions[0]
	if a.Company.IsZero() || a.Company != b.Company || a.Company != byName["大同公司"].ID {
		t.Errorf("%+v and %+v do not work at the same firm", a, b)
	}
	if got := byName["陳怡君"].Positions[0].Company; got != (crm.ID{3}) {
		t.Errorf("the known firm was not found: %v", got)
	}
	if got := byName["林美玲"].Positions[0].Company; got != byName["鴻海精密"].ID {
		t.Errorf("the firm of the next row was not found: %v", got)
	}
}

func TestDecisions(t *testing.T) {
	store := []crm.Contact{known(1, "王小明", "大同公司", "0912345678", "")}
	trash := known(2, "陳怡君", "", "0922333444", "")
	s := sourceOf("姓名|電話|Email", "王小明|02-23456789|a@b.com", "李大華|02-23456780|", "陳怡君|0922333444|c@d.com", "陳怡君|0922333444|c@d.com", "林美玲||x@y.z")
	p := planOf(t, s, store, Settings{Trash: []crm.Contact{trash}, Decisions: map[int]Decision{2: {Record: crm.ID{1}}, 3: {Skip: true}, 5: {Record: crm.ID{2}}, 6: {Record: crm.ID{9}}}})
	want := "2:updated/in-store 3:skipped/by-hand 4:created/in-trash 5:updated/restored 6:failed/no-such-record"
	if got := outcomes(p); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if !p.Rows[2].Alike[0].InTrash {
		t.Errorf("the trash was not offered: %+v", p.Rows[2].Alike)
	}
	if !slices.ContainsFunc(p.Batch().Drafts, func(d crm.Draft) bool { return d.Restore && d.Record.ID == crm.ID{2} }) {
		t.Error("no draft restores the record")
	}
}

// The same input gives the same plan, however many goroutines clean it.
func TestPlanIsDeterministic(t *testing.T) {
	var rows []string
	for i := range 3000 {
		rows = append(rows, fmt.Sprintf("王大%d|公司%d|02-2345%04d|a%d@b.com", i%2500, i%70, i%2500, i%2400))
	}
	s := sourceOf("姓名|公司|電話|Email", rows...)
	first := planOf(t, s, nil, Settings{})
	for range 3 {
		again := planOf(t, s, nil, Settings{})
		if !reflect.DeepEqual(first.Batch(), again.Batch()) || !reflect.DeepEqual(first.Problems, again.Problems) || !reflect.DeepEqual(first.Rows, again.Rows) {
			t.Fatal("two plans of one file differ")
		}
	}
}

func TestPlanStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	s := sourceOf("姓名|電話", "王小明|02-23456789")
	if _, err := NewPlan(ctx, s, s.Propose(nil), nil, Settings{NewID: countIDs()}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// Every cell of a row must be found again somewhere in the contact.
func TestNoCellIsDropped(t *testing.T) {
	headers := "姓名|公司|職稱|電話|備註|喜歡的顏色|這一欄的標題實在是太長了所以不適合當作自訂欄位的名稱因此要放進備註裡面才不會遺失任何一個字喔|生日|Email||統一編號|來源|LINE|分機"
	row := "王小明 (總務)|大同公司|經理|找不到|老客戶|藍色|長內容|2021/2/30|a[at]b.com|無標題|12345678|展覽|ming|123"
	p := planOf(t, sourceOf(headers, row), nil, Settings{})
	c := rowRecords(p)[0]
	all := fmt.Sprintf("%+v", c)
	for i, cell := range strings.Split(row, "|") {
		if !strings.Contains(all, strings.TrimSuffix(strings.TrimPrefix(cell, "王小明 ("), ")")) {
			t.Errorf("cell %d %q is lost in %s", i, cell, all)
		}
	}
}

func TestQuestions(t *testing.T) {
	s := sourceOf("姓名|生日|名片日期", "王小明|3/5/2021|99/3/5", "李大華|4/6/2020|98/1/2")
	p := planOf(t, s, nil, Settings{})
	got := ""
	for _, q := range p.Questions {
		got += fmt.Sprintf("%d:%s:%d ", q.Column, q.Code, q.Count)
	}
	if want := "1:day-order:2 2:roc-year:2 "; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	answered := planOf(t, s, nil, Settings{Dates: map[int]DateHints{1: {Order: 1}, 2: {ROC: 1}}})
	c := rowRecords(answered)[0]
	if got := c.Birthday().Date.String() + " " + c.CardDate.String(); got != "2021-05-03 2010-03-05" {
		t.Errorf("answered: %s", got)
	}
}

func TestBecomes(t *testing.T) {
	s := sourceOf("姓名|TEL|行動|生日", "||#912345678|75/3/5", "歐陽靜宜 小姐|(02)2345-6789#123、0912345678||")
	m := s.Propose(nil)
	cases := []struct {
		column int
		want   string
	}{
		{0, "name=[歐陽靜宜] name.family=[歐陽] name.given=[靜宜] salutation=[小姐]"}, {1, "phone.mobile=[0912345678] phone.other=[(02)2345-6789#123]"},
		{2, "phone.mobile=[0912345678]"}, {3, "birthday=[1986-03-05]"},
	}
	for _, c := range cases {
		e := s.Becomes(m, c.column, "TW")
		var got []string
		for _, ch := range e.Becomes {
			got = append(got, fmt.Sprintf("%s=%v", ch.Field, ch.New))
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("column %d: got %s, want %s", c.column, s, c.want)
		}
	}
	if e := s.Becomes(m, 2, "TW"); len(e.Problems) == 0 || e.Row != 2 {
		t.Errorf("the restored zero is not told: %+v", e)
	}
}

// Without its name a row speaks of a company, and its title and address move; what a column becomes must not show that.
func TestBecomesIsTheColumnAlone(t *testing.T) {
	s := sourceOf("姓名|公司名稱|職稱|E-mail|郵遞區號|公司地址", "羅品芬|華陽餐飲股份有限公司|副店長|nina@example.com|220|新北市板橋區縣民大道二段212號")
	m := s.Propose(nil)
	for column, want := range []string{"name name.family name.given", "company", "job_title", "email.work", "address.work.postal", "address.work address.work.country address.work.city address.work.district address.work.street"} {
		var got []string
		for _, ch := range s.Becomes(m, column, "TW").Becomes {
			got = append(got, ch.Field)
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("column %d: got %s, want %s", column, s, want)
		}
	}
}

func TestProblemRowsComeBack(t *testing.T) {
	file := "姓名,電話,生日,編號\n王小明,02-23456789,2021/2/30,A1\n李大華,02-23456780,1986/3/5,A2\n,,,A3\n"
	p, err := importBytes(t, "a.csv", []byte(file))
	if err != nil {
		t.Fatal(err)
	}
	if p.Created != 2 || p.Failed != 1 || p.ProblemRows() != 2 {
		t.Fatalf("%+v, %d rows with problems", p.Counts, p.ProblemRows())
	}
	var out bytes.Buffer
	text := func(x Problem) string {
		if x.Code == ReasonColumn {
			return "匯入問題"
		}
		return x.Code
	}
	if err := p.WriteProblems(&out, text); err != nil {
		t.Fatal(err)
	}
	if want := "\ufeff姓名,電話,生日,編號,匯入問題\r\n王小明,02-23456789,2021/2/30,A1,date-impossible\r\n,,,A3,nobody\r\n"; out.String() != want {
		t.Errorf("got  %q\nwant %q", out.String(), want)
	}
	corrected := strings.Replace(strings.Replace(out.String(), "2021/2/30", "2021/2/28", 1), ",,,A3", "陳怡君,,,A3", 1)
	s, err := openBytes("b.csv", []byte(corrected))
	if err != nil {
		t.Fatal(err)
	}
	again := planOf(t, s, allRecords(p), Settings{})
	if got := outcomes(again); got != "2:updated/in-store 3:created" {
		t.Errorf("got %s", got)
	}
	for _, c := range rowRecords(again) {
		if len(c.Custom) > 0 || strings.Contains(c.Notes, "nobody") {
			t.Errorf("the reasons were imported: %+v", c)
		}
	}
}

func TestProblemRowsOfCards(t *testing.T) {
	p, err := importBytes(t, "a.vcf", []byte("BEGIN:VCARD\nVERSION:3.0\nFN:王小明\nBDAY:2021-02-30\nEND:VCARD\n"))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := p.WriteProblems(&out, func(x Problem) string { return x.Code }); err != nil {
		t.Fatal(err)
	}
	s, err := openBytes("b.csv", out.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	c := rowRecords(planOf(t, s, nil, Settings{}))
	if len(c) != 1 || c[0].Title() != "王小明" || !strings.Contains(c[0].Notes, "2021-02-30") {
		t.Errorf("got %+v", c)
	}
}

func FuzzRow(f *testing.F) {
	f.Add("姓名|電話|地址|生日", "王小明|02-23456789|台北市|75/3/5")
	f.Add("Phone 1 - Type|Phone 1 - Value|Address 1 - Street", "Work|1 ::: 2|x")
	f.Add("birthday.year|消息|統一編號", "民國|\x00|０")
	f.Fuzz(func(t *testing.T, headers, row string) {
		if len(headers) > 1000 || len(row) > 1000 || strings.Contains(row, "@") && strings.Contains(row, "|@") || strings.HasPrefix(row, "@") {
			return
		}
		p := planOf(t, sourceOf(headers, row, row), nil, Settings{})
		if len(p.Rows) != 2 || p.Created+p.Updated+p.Unchanged+p.Skipped+p.Failed != 2 {
			t.Fatalf("%+v", p.Counts)
		}
		for _, r := range p.Rows {
			if r.Outcome == crm.OutcomeCreated && r.Record.IsZero() {
				t.Fatalf("%+v", r)
			}
		}
	})
}

func FuzzCard(f *testing.F) {
	f.Add([]byte("BEGIN:VCARD\nVERSION:3.0\nN:王;小明;;;\nTEL;TYPE=CELL:0912345678\nBDAY:--0305\nEND:VCARD\n"))
	f.Add([]byte("BEGIN:VCARD\nVERSION:4.0\nX-REGULARS-NAME:a;b\nIMPP:x\nitem1.X-ABDATE:2020\nitem1.X-ABLabel:_$!<Anniversary>!$_\nADR:;;a;b;c;d;e\nEND:VCARD\n"))
	f.Add([]byte("dn: cn=a\ncn: a\nmail: x@y.z\nbirthyear: 1970\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		s, err := openBytes("a.vcf", b)
		if err != nil {
			return
		}
		p := planOf(t, s, nil, Settings{})
		if p.Created+p.Updated+p.Unchanged+p.Skipped+p.Failed != p.Counts.Rows {
			t.Fatalf("%+v", p.Counts)
		}
	})
}
