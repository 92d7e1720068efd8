package desktop

import "testing"

func TestPosed(t *testing.T) {
	plain := Options{DataPath: "a.db", Lang: "en"}
	if got, err := plain.Posed(""); err != nil || got.Forgetful || got.Screen != "" {
		t.Errorf("no pose: %+v, %v", got, err)
	}
	got, err := plain.Posed("screen=events&look=dark&size=1920x1080&choose=3&query=tag%3AVIP")
	if err != nil || got.Screen != "events" || got.Look != "dark" || got.Width != 1920 || got.Height != 1080 || got.Choose != 3 ||
		got.Query != "tag:VIP" || !got.Forgetful || got.DataPath != "a.db" {
		t.Errorf("got %+v, %v", got, err)
	}
	for _, bad := range []string{"size=wide", "choose=first", "%zz"} {
		if _, err := plain.Posed(bad); err == nil {
			t.Errorf("%q was accepted", bad)
		}
	}
}
