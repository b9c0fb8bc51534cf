"""The ten headline outcomes of a family, where the partnership uses them: what is needed, reached, lasting, checked."""
