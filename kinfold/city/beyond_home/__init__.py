"""Harm outside the home: children who go missing, and children at risk of being exploited."""
