"""Tables as files: CSV and XLSX, written aside and read as they come."""
