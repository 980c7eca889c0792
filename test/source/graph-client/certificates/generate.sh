#!/bin/sh
# Makes the throw-away certificates of applications anew. The keys protect nothing and are trusted by nobody.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

openssl genrsa -out "$work/app.key" 2048
openssl genrsa -out "$work/ca.key" 2048
openssl req -x509 -new -key "$work/ca.key" -subj '/CN=throw-away issuer' -days 36500 -out "$work/ca.pem"
openssl req -new -key "$work/app.key" -subj '/CN=throw-away application' -out "$work/app.csr"
openssl x509 -req -in "$work/app.csr" -CA "$work/ca.pem" -CAkey "$work/ca.key" -CAcreateserial -days 36500 \
  -out "$work/app.pem"
# The chain stands before the certificate: their order must not matter.
cat "$work/ca.pem" "$work/app.pem" "$work/app.key" > throw-away-chain.pem
openssl req -x509 -new -key "$work/app.key" -subj '/CN=throw-away application' -days 36500 -out "$work/single.pem"
cat "$work/app.key" "$work/single.pem" > throw-away-application.pem
openssl rsa -in "$work/app.key" -aes128 -passout pass:throw-away -out "$work/locked.key"
cat "$work/locked.key" "$work/single.pem" > throw-away-locked.pem
cat "$work/ca.key" "$work/single.pem" > throw-away-mismatch.pem
chmod 644 throw-away-*.pem
