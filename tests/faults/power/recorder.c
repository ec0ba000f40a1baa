/* Records what PostgreSQL writes and syncs, so that a test can rebuild what a power cut would leave.

   Loaded by LD_PRELOAD into the database only. Every call is appended to one log with one write:
   a header, then two paths or the bytes. A write is logged after it was made and before its caller
   goes on; a sync is logged twice, when it begins and when it has succeeded. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

struct header {
    uint32_t magic;
    char kind;
    char pad[3];
    uint64_t time_ns, inode, offset, length;
    uint32_t first, second; /* lengths of what follows */
};

static int log_fd = -1;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define BIND(name)                                \
    static __typeof__(&name) real;                \
    if (!real) real = REAL(name)

__attribute__((constructor)) static void begin(void) {
    char self[4096];
    const char *path = getenv("LOTLINE_POWER_LOG");
    ssize_t n = readlink("/proc/self/exe", self, sizeof self - 1);
    if (!path || n < 9 || memcmp(self + n - 9, "/postgres", 9) != 0) return;
    __typeof__(&open) real = REAL(open);
    int fd = real(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
    if (fd < 0) return;
    log_fd = fcntl(fd, F_DUPFD_CLOEXEC, 900); /* out of the way of the database's own */
    close(fd);
}

static void note(char kind, uint64_t inode, uint64_t offset, uint64_t length, const void *first,
                 size_t first_length, const void *second, size_t second_length) {
    if (log_fd < 0) return;
    int kept = errno;
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    struct header head = {0x504c4f47, kind, {0}, now.tv_sec * 1000000000ull + now.tv_nsec,
                          inode, offset, length, first_length, second_length};
    struct iovec parts[3] = {{&head, sizeof head}, {(void *)first, first_length},
                             {(void *)second, second_length}};
    BIND(writev);
    real(log_fd, parts, 3);
    errno = kept;
}

static uint64_t inode_of(int fd) {
    struct stat found;
    if (log_fd < 0 || fstat(fd, &found) || !(S_ISREG(found.st_mode) || S_ISDIR(found.st_mode))) return 0;
    return found.st_ino;
}

static void wrote(int fd, uint64_t offset, const void *bytes, ssize_t length) {
    uint64_t inode = inode_of(fd);
    if (inode && length > 0) note('W', inode, offset, length, bytes, length, 0, 0);
}

static void wrote_parts(int fd, off_t offset, const struct iovec *parts, int count, ssize_t length) {
    for (int i = 0; i < count && length > 0; i++) {
        ssize_t part = (ssize_t)parts[i].iov_len < length ? (ssize_t)parts[i].iov_len : length;
        wrote(fd, offset, parts[i].iov_base, part);
        offset += part;
        length -= part;
    }
}

static void opened(int fd, const char *path, int flags) {
    uint64_t inode = fd >= 0 && (flags & (O_CREAT | O_TRUNC)) ? inode_of(fd) : 0;
    if (!inode) return;
    if (flags & O_CREAT) note('O', inode, 0, 0, path, strlen(path), 0, 0);
    if (flags & O_TRUNC) note('T', inode, 0, 0, 0, 0, 0, 0);
}

#define OPEN(name)                                            \
    int name(const char *path, int flags, ...) {              \
        va_list more;                                         \
        va_start(more, flags);                                \
        mode_t mode = va_arg(more, mode_t);                   \
        va_end(more);                                         \
        BIND(name);                                           \
        int fd = real(path, flags, mode);                     \
        opened(fd, path, flags);                              \
        return fd;                                            \
    }
OPEN(open)
OPEN(open64)

ssize_t write(int fd, const void *bytes, size_t length) {
    BIND(write);
    ssize_t n = real(fd, bytes, length);
    if (log_fd >= 0 && n > 0 && inode_of(fd)) wrote(fd, lseek(fd, 0, SEEK_CUR) - n, bytes, n);
    return n;
}

#define PWRITE(name, type)                                                  \
    ssize_t name(int fd, const void *bytes, size_t length, type offset) {   \
        BIND(name);                                                         \
        ssize_t n = real(fd, bytes, length, offset);                        \
        wrote(fd, offset, bytes, n);                                        \
        return n;                                                           \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define PWRITEV(name, type)                                                      \
    ssize_t name(int fd, const struct iovec *parts, int count, type offset) {    \
        BIND(name);                                                              \
        ssize_t n = real(fd, parts, count, offset);                              \
        wrote_parts(fd, offset, parts, count, n);                                \
        return n;                                                                \
    }
PWRITEV(pwritev, off_t)
PWRITEV(pwritev64, off64_t)

ssize_t writev(int fd, const struct iovec *parts, int count) {
    BIND(writev);
    ssize_t n = real(fd, parts, count);
    if (log_fd >= 0 && n > 0 && inode_of(fd))
        wrote_parts(fd, lseek(fd, 0, SEEK_CUR) - n, parts, count, n);
    return n;
}

#define SYNC(name)                                                   \
    int name(int fd) {                                               \
        BIND(name);                                                  \
        uint64_t inode = inode_of(fd);                               \
        if (inode) note('B', inode, 0, getpid(), 0, 0, 0, 0);        \
        int result = real(fd);                                       \
        if (inode && !result) note('E', inode, 0, getpid(), 0, 0, 0, 0); \
        return result;                                               \
    }
SYNC(fsync)
SYNC(fdatasync)

#define TRUNCATE(name, type)                                       \
    int name(int fd, type length) {                                \
        BIND(name);                                                \
        int result = real(fd, length);                             \
        uint64_t inode = result ? 0 : inode_of(fd);                \
        if (inode) note('T', inode, 0, length, 0, 0, 0, 0);        \
        return result;                                             \
    }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

#define ALLOCATE(name, type)                                            \
    int name(int fd, type offset, type length) {                        \
        BIND(name);                                                     \
        int result = real(fd, offset, length);                          \
        uint64_t inode = result ? 0 : inode_of(fd);                     \
        if (inode) note('A', inode, offset, length, 0, 0, 0, 0);        \
        return result;                                                  \
    }
ALLOCATE(posix_fallocate, off_t)
ALLOCATE(posix_fallocate64, off64_t)

static uint64_t inode_at(const char *path) {
    struct stat found;
    return log_fd < 0 || lstat(path, &found) ? 0 : found.st_ino;
}

int truncate(const char *path, off_t length) {
    BIND(truncate);
    int result = real(path, length);
    uint64_t inode = result ? 0 : inode_at(path);
    if (inode) note('T', inode, 0, length, 0, 0, 0, 0);
    return result;
}

#define MOVE(name, kind)                                                        \
    int name(const char *from, const char *to) {                                \
        BIND(name);                                                             \
        uint64_t inode = inode_at(from);                                        \
        int result = real(from, to);                                            \
        if (!result) note(kind, inode, 0, 0, from, strlen(from), to, strlen(to)); \
        return result;                                                          \
    }
MOVE(rename, 'R')
MOVE(link, 'L')

int unlink(const char *path) {
    BIND(unlink);
    uint64_t inode = inode_at(path);
    int result = real(path);
    if (!result) note('U', inode, 0, 0, path, strlen(path), 0, 0);
    return result;
}

int mkdir(const char *path, mode_t mode) {
    BIND(mkdir);
    int result = real(path, mode);
    if (!result) note('M', inode_at(path), 0, 0, path, strlen(path), 0, 0);
    return result;
}

int rmdir(const char *path) {
    BIND(rmdir);
    uint64_t inode = inode_at(path);
    int result = real(path);
    if (!result) note('D', inode, 0, 0, path, strlen(path), 0, 0);
    return result;
}
