// Calls of Linux, and of its processors, that Swift's Glibc module leaves out.
#pragma once
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <sys/auxv.h>
#include <sys/inotify.h>
#include <sys/prctl.h>
#include <unistd.h>

/// Moves or, with the flag 2, exchanges two paths in one step.
int renameat2(int old_folder, const char *old_path, int new_folder, const char *new_path, unsigned int flags);

/// A pipe whose ends the programs that this process starts do not inherit.
int pipe2(int ends[2], int flags);

/// Asks the system to end this process when the one that started it ends.
static inline void end_with_parent(void) { prctl(PR_SET_PDEATHSIG, SIGKILL); }

/// Lets all threads take memory from one heap. Heaps of single threads grow page by page, each time by a call of the system.
static inline void share_heap(void) { mallopt(M_ARENA_MAX, 1); }

/// Prints a number by `%.*f`, `%.*e` or `%.*g`, whatever `form` names; the count of characters it takes. Swift's own way into
/// `printf`, its lists of arguments, takes several times as long as the printing.
static inline int print_number(char *text, size_t capacity, char form, int precision, double value) {
    switch (form) {
    case 'e': return snprintf(text, capacity, "%.*e", precision, value);
    case 'g': return snprintf(text, capacity, "%.*g", precision, value);
    default: return snprintf(text, capacity, "%.*f", precision, value);
    }
}

/// Tells the processor that this thread waits for another in a loop.
static inline void spin_pause(void) {
#if defined(__x86_64__) || defined(__i386__)
    __builtin_ia32_pause();
#elif defined(__aarch64__)
    __asm__ volatile("yield");
#endif
}

/// `fork`, for processes that know what they do: the child has the calling thread alone. The child ends with its parent.
static inline int fork_with_parent(void) {
    int parent = getpid();
    int child = fork();
    if (child == 0) {
        end_with_parent();
        if (getppid() != parent) _exit(0);
    }
    return child;
}
