package print_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"regulars/reports/print"
	"regulars/store/crm"
)

func template(tb testing.TB, text string, extra ...string) print.Template {
	tb.Helper()
	t, err := print.ParseTemplate(strings.NewReader(text), extra...)
	if err != nil {
		tb.Fatal(err)
	}
	return t
}

func letters(tb testing.TB, contacts []crm.Contact, o print.LetterOptions) *print.Layout {
	tb.Helper()
	if o.Texts == nil {
		o.Texts = catalog(tb, "zh-Hant")
	}
	l, err := print.Letters(context.Background(), contacts, o)
	if err != nil {
		tb.Fatal(err)
	}
	return l
}

// lines puts the runs of a page together by their baselines.
func lines(p print.Page) []string {
	var out []string
	last := -1.0
	for _, r := range p.Runs {
		if r.Y == last {
			out[len(out)-1] += r.Text
			continue
		}
		out, last = append(out, r.Text), r.Y
	}
	return out
}

func TestLetterFillsTheFields(t *testing.T) {
	text := "# 邀請函\n{{salutation}}\n\n{{if company}}{{company}} **{{name}}** 敬邀\n{{unless company}}個人\n- 第一項\n> {{firm}} {{sender}}\n{{today}} {{topic}} {{custom.車號}}"
	c := sima()
	c.SetCustom("車號", "AB-1234")
	l := letters(t, []crm.Contact{c}, print.LetterOptions{Template: template(t, text, "topic"), Firm: ourFirm(), Day: 20261122, Values: map[string]string{"topic": "感恩"}})
	got := strings.Join(lines(l.Pages[0]), "|")
	for _, want := range []string{"大同精密|", "105405|台北市", "|邀請函|", "|司馬經理 您好：|", "|遠達國際股份有限公司 司馬懷遠 敬邀|", "|•第一項|", "|大同精密 王大同|", "|2026年11月22日 感恩 AB-1234"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in %s", want, got)
		}
	}
	if strings.Contains(got, "個人") {
		t.Errorf("a paragraph for people without company: %s", got)
	}
	inside(t, "letter", l)
}

func TestBoldWordsAreBold(t *testing.T) {
	l := letters(t, []crm.Contact{sima()}, print.LetterOptions{Template: template(t, "這是**重要的**事，**沒有結尾")})
	bold := ""
	for _, r := range l.Pages[0].Runs {
		if r.Bold && r.Y > 90 {
			bold += r.Text
		}
	}
	if bold != "重要的" {
		t.Errorf("bold: %q", bold)
	}
}

func TestValuesCannotWriteTemplates(t *testing.T) {
	c := sima()
	c.Positions[0].CompanyName = "**{{tax_id}}** {{if x}}\n# 大字"
	l := letters(t, []crm.Contact{c}, print.LetterOptions{Template: template(t, "{{company}}")})
	last := l.Pages[0].Runs[len(l.Pages[0].Runs)-1]
	if !strings.Contains(last.Text, "＊＊{{tax_id}}＊＊ {{if x}} # 大字") || last.Bold {
		t.Errorf("%+v", last)
	}
}

func TestLongLetterTurnsThePage(t *testing.T) {
	l := letters(t, []crm.Contact{sima()}, print.LetterOptions{Template: template(t, strings.Repeat("承蒙您長期以來的支持與愛護，本公司謹訂於年終舉辦感恩餐會。", 120)+"\n---\n最後一頁")})
	if len(l.Pages) < 3 || !strings.Contains(texts(l.Pages[len(l.Pages)-1]), "最後一頁") {
		t.Errorf("%d pages", len(l.Pages))
	}
	inside(t, "long letter", l)
}

func TestLetterToSomebodyWithoutAddress(t *testing.T) {
	l := letters(t, []crm.Contact{{Kind: crm.Person, Name: crm.Name{Family: "Wang", Given: "Mary"}, Language: "en"}}, print.LetterOptions{Template: template(t, "{{salutation}}")})
	if len(l.Pages) != 1 || texts(l.Pages[0]) != "Dear Mary Wang," {
		t.Errorf("%d pages, %s", len(l.Pages), texts(l.Pages[0]))
	}
}

func TestEmojiOfTheTemplateIsToldOnce(t *testing.T) {
	l := letters(t, people(5), print.LetterOptions{Template: template(t, "謝謝您 🎉")})
	if len(l.Unprintable) != 1 || l.Unprintable[0].Rune != '🎉' || l.Unprintable[0].Name != "" {
		t.Errorf("%+v", l.Unprintable)
	}
}

func TestBadTemplates(t *testing.T) {
	for _, c := range []struct {
		name, text, code string
		line             int
	}{
		{"unclosed", "a\n{{name", print.TemplateUnclosed, 2}, {"unclosed condition", "{{if company", print.TemplateUnclosed, 1}, {"unknown field", "a\nb\n{{nmae}}", print.TemplateField, 3},
		{"unknown condition", "{{if foo}}x", print.TemplateField, 1}, {"bytes", "\xff\xfe\x00", print.TemplateNotText, 0}, {"long", strings.Repeat("x", 300<<10), print.TemplateTooLong, 0},
	} {
		_, err := print.ParseTemplate(strings.NewReader(c.text))
		var bad *print.TemplateError
		if !errors.As(err, &bad) || !errors.Is(err, print.ErrTemplate) || bad.Code != c.code || bad.Line != c.line {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

func FuzzTemplate(f *testing.F) {
	for _, s := range []string{"{{salutation}}\n\n**x**", "{{if company}}- {{company}}", "# 王\n> 1\n---", "{{", "**", "{{unless name}}{{if company}}x"} {
		f.Add(s)
	}
	zh := catalog(f, "zh-Hant")
	f.Fuzz(func(t *testing.T, text string) {
		tpl, err := print.ParseTemplate(strings.NewReader(text))
		if err != nil || len(text) > 5000 {
			return
		}
		if _, err := print.Letters(context.Background(), []crm.Contact{sima()}, print.LetterOptions{Template: tpl, Texts: zh, Firm: ourFirm()}); err != nil {
			t.Error(err)
		}
	})
}
