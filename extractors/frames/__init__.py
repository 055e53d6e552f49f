"""The frame of an official document: who issues it, number, place and date, kind, abstract, addressees, signer."""
