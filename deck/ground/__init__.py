"""The ground floor: findings with their places, and files read and saved whole. Open to every room."""
