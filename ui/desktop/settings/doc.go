// Package settings is the screen of settings: who we are, which is the sender on envelopes and letters; language and look; the data file with its
// backups; imports and mappings that are remembered. It draws what package ui/state holds and hands every act on to it.
package settings
