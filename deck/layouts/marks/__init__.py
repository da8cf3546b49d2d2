"""Small things drawn beside words: discs, initials, Harvey balls, QR codes, scrims over pictures."""
