//go:build !headless

package desktop

// The screens, by the names that Options.Screen takes.
const (
	screenContacts = "contacts"
	screenEvents   = "events"
	screenLabels   = "labels"
	screenImport   = "import"
	screenSettings = "settings"

	// Screens without a line in the navigation; menus lead to them.
	screenHistory    = "history"
	screenTrash      = "trash"
	screenDuplicates = "duplicates"
)

// place is a line of the navigation.
type place struct {
	name, icon string
	foot       bool // at the foot of the column
}

// places lists the screens in the order of the navigation.
func places() []place {
	return []place{
		{name: screenContacts, icon: "id-card"},
		{name: screenEvents, icon: "ticket"},
		{name: screenLabels, icon: "printer"},
		{name: screenImport, icon: "upload", foot: true},
		{name: screenSettings, icon: "sliders-horizontal", foot: true},
	}
}
