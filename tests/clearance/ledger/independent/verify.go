// Verify verifies a log of ours with the packages of Go's own checksum database and no line of ours:
// the checkpoint's signature, a tlog-proof, a consistency proof, and the tiles themselves.
//
//	go run verify.go FOLDER PROOF ENTRY OLDER CONSISTENCY
package main

import (
	"encoding/base64"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// tiles reads tiles as C2SP tlog-tiles names them: the height, always 8, is not in the path.
type tiles struct{ folder string }

func (t tiles) Height() int { return 8 }

func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var found [][]byte
	for _, tile := range wanted {
		path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
		data, err := os.ReadFile(filepath.Join(t.folder, path))
		if err != nil {
			return nil, err
		}
		found = append(found, data)
	}
	return found, nil
}

func (t tiles) SaveTiles([]tlog.Tile, [][]byte) {}

func read(path string) string {
	data, err := os.ReadFile(path)
	if err != nil {
		log.Fatal(err)
	}
	return string(data)
}

// opened returns the tree of a checkpoint whose signature is the key's.
func opened(told string, key note.Verifier) tlog.Tree {
	checked, err := note.Open([]byte(told), note.VerifierList(key))
	if err != nil {
		log.Fatal("checkpoint: ", err)
	}
	lines := strings.Split(checked.Text, "\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || lines[0] != key.Name() {
		log.Fatal("checkpoint: not of this log")
	}
	return tlog.Tree{N: size, Hash: hash(lines[2])}
}

func hash(told string) tlog.Hash {
	var found tlog.Hash
	raw, err := base64.StdEncoding.DecodeString(told)
	if err != nil || len(raw) != tlog.HashSize {
		log.Fatal("not a hash: ", told)
	}
	copy(found[:], raw)
	return found
}

func hashes(told string) (found []tlog.Hash) {
	for _, line := range strings.Fields(told) {
		found = append(found, hash(line))
	}
	return found
}

func main() {
	log.SetFlags(0)
	folder := os.Args[1]
	key, err := note.NewVerifier(strings.TrimSpace(read(filepath.Join(folder, "log.pub"))))
	if err != nil {
		log.Fatal("key: ", err)
	}
	tree := opened(read(filepath.Join(folder, "checkpoint")), key)

	head, checkpoint, _ := strings.Cut(read(os.Args[2]), "\n\n")
	lines := strings.SplitN(head, "\n", 3)
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[1], "index "), 10, 64)
	if err != nil || lines[0] != "c2sp.org/tlog-proof@v1" {
		log.Fatal("not a proof")
	}
	proven := opened(checkpoint, key)
	leaf := tlog.RecordHash([]byte(read(os.Args[3])))
	if err := tlog.CheckRecord(hashes(strings.Join(lines[2:], "")), proven.N, proven.Hash, index, leaf); err != nil {
		log.Fatal("inclusion: ", err)
	}
	older := opened(read(os.Args[4]), key)
	if err := tlog.CheckTree(hashes(read(os.Args[5])), tree.N, tree.Hash, older.N, older.Hash); err != nil {
		log.Fatal("consistency: ", err)
	}

	reader := tlog.TileHashReader(tree, tiles{folder})
	for n := int64(0); n < tree.N; n += 97 {
		if _, err := tlog.ProveRecord(tree.N, n, reader); err != nil {
			log.Fatal("tiles: ", err)
		}
	}
	if _, err := tlog.ProveTree(tree.N, older.N, reader); err != nil {
		log.Fatal("tiles: ", err)
	}
	fmt.Printf("verified: %d entries\n", tree.N)
}
