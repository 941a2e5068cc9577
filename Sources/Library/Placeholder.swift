// Placeholder until the first file of Library lands.
