// Calls of Linux that Swift's Glibc module leaves out.
#pragma once

/// Moves or, with the flag 2, exchanges two paths in one step.
int renameat2(int old_folder, const char *old_path, int new_folder, const char *new_path, unsigned int flags);
