"""Files the program carries: fonts, icons, translations, the WSDL, the gateways' samples."""
