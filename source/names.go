package source

import (
	"context"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"parley"
)

// Size returns how many files the names stand for and how many bytes they have,
// as they lie on the disk, for a display of progress. What cannot be counted
// (the standard input, addresses, what is missing) counts as nothing: reading it
// says why.
func Size(ctx context.Context, names []string) (files int, bytes int64, err error) {
	for _, name := range names {
		for path, err := range expand(name) {
			if ctx.Err() != nil {
				return files, bytes, fmt.Errorf("counting files: %w", ctx.Err())
			}
			if err != nil {
				continue
			}
			if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
				files++
				bytes += info.Size()
			}
		}
	}
	return files, bytes, nil
}

// exists reports whether a name is that of a file or folder.
func exists(name string) bool {
	_, err := os.Lstat(name)
	return err == nil
}

// expand returns the files that a name stands for: itself, the matches of a
// glob, the files in a folder and below, in the order of their names. With an
// error comes the path that it is about.
func expand(name string) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		info, err := os.Stat(name)
		switch {
		case err == nil && info.IsDir():
			walk(name, yield)
			return
		case err == nil || exists(name):
			yield(name, nil)
			return
		}
		matches, err := filepath.Glob(name)
		if err != nil || len(matches) == 0 {
			yield(name, fmt.Errorf("no such file: %w", parley.ErrNotFound))
			return
		}
		for _, m := range matches {
			if info, err := os.Stat(m); err == nil && info.IsDir() {
				if !walk(m, yield) {
					return
				}
			} else if !yield(m, nil) {
				return
			}
		}
	}
}

// walk gives out the files in a folder and below, and reports whether to go on.
// Files and folders whose names begin with a dot are left out, as shells do.
func walk(root string, yield func(string, error) bool) bool {
	goOn := true
	visit := func(path string, entry fs.DirEntry, err error) error {
		hidden := path != root && strings.HasPrefix(filepath.Base(path), ".")
		switch {
		case hidden && entry != nil && entry.IsDir():
			return fs.SkipDir
		case hidden || err == nil && entry.IsDir():
			return nil
		case err == nil:
			err = regular(path, entry)
		}
		if goOn = yield(path, err); !goOn {
			return fs.SkipAll
		}
		return nil
	}
	_ = filepath.WalkDir(root, visit) // visit has given out every error
	return goOn
}

// regular says why an entry of a folder is not read, or nil. A link to a folder
// may lead back to where it stands.
func regular(path string, entry fs.DirEntry) error {
	info, err := entry.Info()
	if err == nil && info.Mode()&fs.ModeSymlink != 0 {
		info, err = os.Stat(path)
	}
	switch {
	case err != nil:
		return fmt.Errorf("%w: %w", err, parley.ErrNotFound)
	case info.IsDir():
		return fmt.Errorf("a link to a folder: %w", parley.ErrRefused)
	case !info.Mode().IsRegular():
		return fmt.Errorf("no regular file: %w", parley.ErrNotText)
	}
	return nil
}
