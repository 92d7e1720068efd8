package desktop

import (
	"errors"

	"regulars/assets/locale"
	"regulars/ui/state"
)

// Explain puts an error of Run into words, in the language that the window would have had. It is for whoever started the program where no window could
// say it.
func Explain(err error, o Options) string {
	o = o.filled()
	cat, missing := locale.Load(o.language(forgetful{}))
	if missing != nil {
		return err.Error()
	}
	m := explanation(err)
	return cat.Text(m.Key, m.Values)
}

func explanation(err error) state.Message {
	switch {
	case errors.Is(err, ErrNoDisplay):
		return state.Say("window.error.no-display")
	case errors.Is(err, ErrNoWindow):
		return state.Say("window.error.no-window")
	}
	return state.Explain(err)
}
