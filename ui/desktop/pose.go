package desktop

import (
	"fmt"
	"net/url"
	"strconv"
)

// Posed tells how the window is to stand for a picture, in the manner of a query of the web: "screen=events&look=dark&size=1920x1080&choose=3&query=wang&file=cards.xlsx".
// A posed window leaves the user's preferences alone. An empty pose changes nothing.
func (o Options) Posed(pose string) (Options, error) {
	if pose == "" {
		return o, nil
	}
	v, err := url.ParseQuery(pose)
	if err != nil {
		return o, fmt.Errorf("pose %q: %w", pose, err)
	}
	o.Forgetful = true
	o.Screen, o.Look, o.Query, o.File = v.Get("screen"), v.Get("look"), v.Get("query"), v.Get("file")
	if size := v.Get("size"); size != "" {
		if _, err := fmt.Sscanf(size, "%dx%d", &o.Width, &o.Height); err != nil {
			return o, fmt.Errorf("size %q: %w", size, err)
		}
	}
	if row := v.Get("choose"); row != "" {
		if o.Choose, err = strconv.Atoi(row); err != nil {
			return o, fmt.Errorf("row %q: %w", row, err)
		}
	}
	return o, nil
}
