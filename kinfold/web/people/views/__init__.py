"""Pages on which facts about people and families are recorded and mistakes mended."""
