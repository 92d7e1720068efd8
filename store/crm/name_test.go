package crm

import "testing"

func TestNameDisplay(t *testing.T) {
	for _, c := range []struct {
		name         Name
		show, sorted string
	}{
		{Name{Family: "王", Given: "小明"}, "王小明", "王小明"},
		{Name{Family: "歐陽", Given: "靜宜", Salutation: "小姐"}, "歐陽靜宜", "歐陽靜宜"},
		{Name{Family: "Wang", Given: "Mary"}, "Mary Wang", "Wang Mary"},
		{Name{Prefix: "Dr.", Family: "Smith", Given: "John", Suffix: "Jr."}, "Dr. John Smith Jr.", "Smith John"},
		{Name{Family: "山田", Given: "太郎"}, "山田太郎", "山田太郎"},
		{Name{Family: "高橋", Given: "さくら"}, "高橋 さくら", "高橋 さくら"},
		{Name{Family: "陳", Given: "Jason"}, "Jason 陳", "陳 Jason"},
		{Name{Family: "김", Given: "철수"}, "김철수", "김철수"},
		{Name{Full: "瓦歷斯·諾幹"}, "瓦歷斯·諾幹", "瓦歷斯·諾幹"},
		{Name{Family: "司馬"}, "司馬", "司馬"},
		{Name{Given: "Mary"}, "Mary", "Mary"},
		{Name{Nickname: "阿明"}, "阿明", "阿明"},
		{Name{Family: "Wong", Given: "Kelvin", Order: OrderFamilyFirst}, "Wong Kelvin", "Wong Kelvin"},
		{Name{}, "", ""},
	} {
		if got := c.name.Display(); got != c.show {
			t.Errorf("%+v shows %q, want %q", c.name, got, c.show)
		}
		if got := c.name.Sorted(); got != c.sorted {
			t.Errorf("%+v sorts as %q, want %q", c.name, got, c.sorted)
		}
	}
}
