"""What a person did at a fair: favourites, notes, ratings, a plan; what was asked at the desk; kept in one file."""
