/* A disk that can be cut off or made to fail: preloaded before the C library (LD_PRELOAD).

   Of every file below FAULTS_UNDER it writes down, in FAULTS_TRACE, what was written, cut short,
   synced, renamed and removed, in order: the state of the disk at a power cut is made of that.
   By FAULTS_CONTROL, a file of four numbers shared by all processes, it lets the n-th call fail:
   [0] counts calls down (0: never fail), [1] is the error, [2] is 1 if all later calls fail too,
   [3] counts all calls. Files that end in FAULTS_SPARE never fail: the test speaks by them. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name)) real(#name))

static const char *under, *spare;
static int trace = -1;
static int64_t *control;

static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

__attribute__((constructor)) static void begin(void) {
    const char *path;
    under = getenv("FAULTS_UNDER");
    spare = getenv("FAULTS_SPARE");
    if ((path = getenv("FAULTS_TRACE")))
        trace = REAL(open)(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if ((path = getenv("FAULTS_CONTROL"))) {
        int fd = REAL(open)(path, O_RDWR | O_CLOEXEC);
        control = mmap(NULL, 4 * sizeof *control, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
        if (control == MAP_FAILED) abort();
    }
}

static int is_ours(const char *path) {
    return under && strncmp(path, under, strlen(under)) == 0;
}

static int path_of(int fd, char *path) {
    char link[40];
    ssize_t length;
    if (!under) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    length = readlink(link, path, PATH_MAX - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return is_ours(path);
}

static int fails(const char *path) {
    size_t length = strlen(path), ending = spare ? strlen(spare) : 0;
    if (!control || (ending && length > ending && !strcmp(path + length - ending, spare))) return 0;
    __atomic_add_fetch(&control[3], 1, __ATOMIC_SEQ_CST);
    if (control[0] <= 0) return 0;
    if (control[0] > 1) { __atomic_sub_fetch(&control[0], 1, __ATOMIC_SEQ_CST); return 0; }
    if (!control[2]) control[0] = 0;
    errno = (int) control[1];
    return 1;
}

static void note(char what, const char *path, uint64_t at, const void *data, uint64_t length) {
    struct { char what; char unused[3]; uint32_t path; uint64_t at, length; } head;
    struct iovec parts[3];
    if (trace < 0) return;
    memset(&head, 0, sizeof head);
    head.what = what;
    head.path = (uint32_t) strlen(path);
    head.at = at;
    head.length = length;
    parts[0].iov_base = &head; parts[0].iov_len = sizeof head;
    parts[1].iov_base = (void *) path; parts[1].iov_len = head.path;
    parts[2].iov_base = (void *) data; parts[2].iov_len = data ? length : 0;
    if (writev(trace, parts, 3) < 0) abort();
}

static ssize_t written(int fd, const void *data, size_t length, off_t at, int placed) {
    char path[PATH_MAX];
    if (!path_of(fd, path))
        return placed ? REAL(pwrite)(fd, data, length, at) : REAL(write)(fd, data, length);
    if (fails(path)) return -1;
    if (!placed)
        at = lseek(fd, 0, fcntl(fd, F_GETFL) & O_APPEND ? SEEK_END : SEEK_CUR);
    note('W', path, (uint64_t) at, data, length);
    return placed ? REAL(pwrite)(fd, data, length, at) : REAL(write)(fd, data, length);
}

ssize_t write(int fd, const void *data, size_t length) { return written(fd, data, length, 0, 0); }
ssize_t pwrite(int fd, const void *data, size_t length, off_t at) { return written(fd, data, length, at, 1); }
ssize_t pwrite64(int fd, const void *data, size_t length, off64_t at) { return written(fd, data, length, at, 1); }

static ssize_t had_read(int fd, void *data, size_t length, off_t at, int placed) {
    char path[PATH_MAX];
    if (path_of(fd, path) && fails(path)) return -1;
    return placed ? REAL(pread)(fd, data, length, at) : REAL(read)(fd, data, length);
}

ssize_t read(int fd, void *data, size_t length) { return had_read(fd, data, length, 0, 0); }
ssize_t pread(int fd, void *data, size_t length, off_t at) { return had_read(fd, data, length, at, 1); }
ssize_t pread64(int fd, void *data, size_t length, off64_t at) { return had_read(fd, data, length, at, 1); }

static int synced(int fd, int whole) {
    char path[PATH_MAX];
    int ours = path_of(fd, path), done;
    if (ours && fails(path)) return -1;
    done = whole ? REAL(fsync)(fd) : REAL(fdatasync)(fd);
    if (ours && done == 0) note('S', path, 0, NULL, 0);
    return done;
}

int fsync(int fd) { return synced(fd, 1); }
int fdatasync(int fd) { return synced(fd, 0); }

static int cut(int fd, off_t length) {
    char path[PATH_MAX];
    if (path_of(fd, path)) {
        if (fails(path)) return -1;
        note('T', path, (uint64_t) length, NULL, 0);
    }
    return REAL(ftruncate)(fd, length);
}

int ftruncate(int fd, off_t length) { return cut(fd, length); }
int ftruncate64(int fd, off64_t length) { return cut(fd, length); }

int rename(const char *old, const char *new) {
    if (is_ours(new)) {
        if (fails(new)) return -1;
        note('R', old, 0, new, strlen(new));
    }
    return REAL(rename)(old, new);
}

int unlink(const char *path) {
    if (is_ours(path)) note('U', path, 0, NULL, 0);
    return REAL(unlink)(path);
}

int mkdir(const char *path, mode_t mode) {
    if (is_ours(path)) {
        if (fails(path)) return -1;
        note('M', path, 0, NULL, 0);
    }
    return REAL(mkdir)(path, mode);
}

static int opened(const char *path, int flags, mode_t mode) {
    char whole[PATH_MAX];
    int fd = REAL(open)(path, flags, mode);
    if (fd >= 0 && (flags & (O_CREAT | O_TRUNC)) && path_of(fd, whole))
        note(flags & O_TRUNC ? 'Z' : 'C', whole, 0, NULL, 0);
    return fd;
}

int open(const char *path, int flags, ...) {
    va_list more;
    mode_t mode;
    va_start(more, flags); mode = va_arg(more, mode_t); va_end(more);
    return opened(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
    va_list more;
    mode_t mode;
    va_start(more, flags); mode = va_arg(more, mode_t); va_end(more);
    return opened(path, flags | O_LARGEFILE, mode);
}
