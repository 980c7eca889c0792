#!/bin/sh
# Makes the throw-away certificates of these tests anew. The keys protect nothing and are trusted by nobody.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

new_key() { openssl ecparam -name prime256v1 -genkey -noout -out "$1"; }

new_key throw-away-key.pem
: > "$work/index.txt"
cat > "$work/ca.cnf" <<CNF
[ca]
default_ca = test
[test]
database = $work/index.txt
new_certs_dir = $work
rand_serial = yes
default_md = sha256
unique_subject = no
policy = any
copy_extensions = copy
[any]
commonName = supplied
CNF

new_key "$work/authority.key"
openssl req -new -key "$work/authority.key" -subj '/CN=throw-away test authority' \
  -addext 'basicConstraints=critical,CA:TRUE' -out "$work/authority.csr"
openssl ca -batch -config "$work/ca.cnf" -selfsign -keyfile "$work/authority.key" -startdate 20200101000000Z \
  -enddate 21200101000000Z -notext -in "$work/authority.csr" -out throw-away-authority.pem

sign() { # file, names, first day, last day
  openssl req -new -key throw-away-key.pem -subj "/CN=throw-away $1" -addext "subjectAltName=$2" -out "$work/$1.csr"
  openssl ca -batch -config "$work/ca.cnf" -cert throw-away-authority.pem -keyfile "$work/authority.key" \
    -startdate "$3" -enddate "$4" -notext -in "$work/$1.csr" -out "throw-away-$1.pem"
}
sign server 'DNS:localhost,DNS:scim.example.test,IP:127.0.0.1' 20240101000000Z 21200101000000Z
sign expired 'DNS:localhost,IP:127.0.0.1' 20200101000000Z 20210101000000Z
sign other-host 'DNS:elsewhere.example.test' 20240101000000Z 21200101000000Z
chmod 644 throw-away-key.pem
