"""What every layout stands in: title, slots, cards, and how much room what is said takes."""
