"""The search room: folding, reading, ranking, narrowing, new ties."""
