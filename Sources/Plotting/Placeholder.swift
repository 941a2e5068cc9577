// Placeholder until the first file of Plotting lands.
