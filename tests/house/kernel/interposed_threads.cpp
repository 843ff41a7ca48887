// Replaces the C library's thread start and its waiting for a condition in this executable.
#include <house/kernel/interposition.h>
#include <house/kernel/stop_run.h>

#include <dlfcn.h>
#include <pthread.h>
#include <unistd.h>

#include <string>

namespace {

using starqueue::house::Interposition;
using starqueue::house::stopRun;

template <class Function> Function* theRealOne(const char* name)
{
    return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

// There is an older pthread_cond_… for programs from before 2003, which dlsym may find first.
template <class Function> Function* theRealCondition(const char* name)
{
    void* const newest = ::dlvsym(RTLD_NEXT, name, "GLIBC_2.3.2");
    return reinterpret_cast<Function*>(newest);
}

std::string nameOf(void* (*start)(void*))
{
    Dl_info info{};
    const bool found = ::dladdr(reinterpret_cast<void*>(start), &info) != 0 && info.dli_sname != nullptr;
    return found ? info.dli_sname : "without a name";
}

void mayWait()
{
    const bool isMain = ::gettid() == ::getpid();
    if (isMain && Interposition::clock() != nullptr)
        stopRun("the house's thread waits for a condition, and in the house nobody else runs who could "
                "fulfil it");
}

} // namespace

extern "C" {

int pthread_create(pthread_t* thread, const pthread_attr_t* attributes, void* (*start)(void*),
                   void* argument) noexcept
{
    if (!Interposition::allowsThread())
        stopRun("a thread starts unasked: " + nameOf(start));
    static const auto real = theRealOne<decltype(pthread_create)>("pthread_create");
    return real(thread, attributes, start, argument);
}

int pthread_cond_wait(pthread_cond_t* condition, pthread_mutex_t* mutex)
{
    mayWait();
    static const auto real = theRealCondition<decltype(pthread_cond_wait)>("pthread_cond_wait");
    return real(condition, mutex);
}

int pthread_cond_timedwait(pthread_cond_t* condition, pthread_mutex_t* mutex, const timespec* until)
{
    mayWait();
    static const auto real = theRealCondition<decltype(pthread_cond_timedwait)>("pthread_cond_timedwait");
    return real(condition, mutex, until);
}

int pthread_cond_clockwait(pthread_cond_t* condition, pthread_mutex_t* mutex, clockid_t clock,
                           const timespec* until)
{
    mayWait();
    static const auto real = theRealOne<decltype(pthread_cond_clockwait)>("pthread_cond_clockwait");
    return real(condition, mutex, clock, until);
}
}
