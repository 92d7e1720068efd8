//go:build !headless

package desktop

import "regulars/ui/state"

// Restored opens the data file again after a backup was put in its place, and says where the replaced file is kept. Where the backup was refused the
// data file is as before and is opened all the same.
func (w *window) Restored(replaced string, err error) {
	w.open()
	if err != nil {
		w.desk.Warn(err)
		return
	}
	w.desk.Tell(state.Say("settings.restored", "path", replaced))
}

// EditFirm goes to the particulars of the firm.
func (w *window) EditFirm() {
	w.show(screenSettings)
	w.settings.EditFirm()
}

// ShowHistory goes to the history of all steps.
func (w *window) ShowHistory() { w.show(screenHistory) }

// ShowTrash goes to the contacts that were deleted.
func (w *window) ShowTrash() { w.show(screenTrash) }

// ShowDuplicates goes to the contacts that may be the same.
func (w *window) ShowDuplicates() { w.show(screenDuplicates) }
