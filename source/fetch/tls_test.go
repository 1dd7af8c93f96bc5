package fetch

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"math/big"
	"net"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"parley"
)

// TestTLS is T09, and N17: an encrypted connection is one to the right host, by
// a version that holds, and it is not left for an open one.
func TestTLS(t *testing.T) {
	for _, c := range []struct {
		id      string
		host    string // in the certificate
		ends    time.Duration
		version uint16 // the highest of the server
		foreign bool   // signed by nobody that is trusted
		to      string // the redirect, if any
		want    error
		says    string
	}{
		{id: "good", host: "news.example", ends: time.Hour},
		{id: "T09 expired", host: "news.example", ends: -time.Hour, want: parley.ErrRefused, says: "expired"},
		{id: "T09 self-signed", host: "news.example", ends: time.Hour, foreign: true, want: parley.ErrRefused, says: "unknown authority"},
		{id: "T09 other host", host: "other.example", ends: time.Hour, want: parley.ErrRefused, says: "valid for other.example"},
		{id: "T09 TLS 1.0", host: "news.example", ends: time.Hour, version: tls.VersionTLS10, want: parley.ErrUnavailable, says: "version"},
		{id: "N17 to http", host: "news.example", ends: time.Hour, to: "http://news.example/", want: parley.ErrRefused, says: "https to http"},
		{id: "N17 to http elsewhere", host: "news.example", ends: time.Hour, to: "http://other.example/", want: parley.ErrRefused, says: "https to http"},
	} {
		t.Run(c.id, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				cert, roots := certificate(t, c.host, time.Now().Add(c.ends))
				config := &tls.Config{Certificates: []tls.Certificate{cert}, MinVersion: tls.VersionTLS10, MaxVersion: c.version}
				n := &network{t: t, names: map[string]string{"news.example": public, "other.example": public}}
				n.serve(withoutRobots(func(w http.ResponseWriter, r *http.Request) {
					if c.to != "" {
						http.Redirect(w, r, c.to, http.StatusFound)
						return
					}
					io.WriteString(w, "the talks go on")
				}))
				plain := n.accept
				n.accept = func(conn net.Conn) { plain(tls.Server(conn, config)) }
				opts := n.options()
				if opts.Roots = roots; c.foreign {
					opts.Roots = x509.NewCertPool()
				}
				res, err := n.gate(opts).Get(t.Context(), "https://news.example/", Validators{})
				if !errors.Is(err, c.want) {
					t.Fatalf("error %v, want %v", err, c.want)
				}
				if err != nil && !strings.Contains(err.Error(), c.says) {
					t.Errorf("error %q does not say %q", err, c.says)
				}
				if err == nil && string(res.Body) != "the talks go on" {
					t.Errorf("body %q", res.Body)
				}
			})
		})
	}
}

// certificate makes a certificate for a host that signs itself, and the pool
// of roots that trusts it.
func certificate(t *testing.T, host string, until time.Time) (tls.Certificate, *x509.CertPool) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber:          big.NewInt(1),
		DNSNames:              []string{host},
		NotBefore:             until.Add(-24 * time.Hour),
		NotAfter:              until,
		IsCA:                  true,
		BasicConstraintsValid: true,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	leaf, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	roots := x509.NewCertPool()
	roots.AddCert(leaf)
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key, Leaf: leaf}, roots
}
