"""What each screen of early help asks, already cut to the viewer."""
