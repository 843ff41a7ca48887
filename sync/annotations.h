#pragma once

// The attributes of clang's thread safety analysis (-Wthread-safety), named as in its documentation. Nothing
// to GCC. A lambda takes them between its parameters and its body: [this]() REQUIRES(m_mutex) { … }. What is
// called through a std::function isn't checked: the lambda's annotation states what its caller guarantees.

#if defined(__clang__)
#define STARQUEUE_THREAD_ANNOTATION(attribute) __attribute__((attribute))
#else
#define STARQUEUE_THREAD_ANNOTATION(attribute)
#endif

/// A class whose objects can be held: a lock or a role.
#define CAPABILITY(kind) STARQUEUE_THREAD_ANNOTATION(capability(kind))
/// A class that acquires a capability when it is made and releases it when it goes.
#define SCOPED_CAPABILITY STARQUEUE_THREAD_ANNOTATION(scoped_lockable)

/// A member that is touched only while the capability is held.
#define GUARDED_BY(capability) STARQUEUE_THREAD_ANNOTATION(guarded_by(capability))
/// GUARDED_BY for what a pointer points to.
#define PT_GUARDED_BY(capability) STARQUEUE_THREAD_ANNOTATION(pt_guarded_by(capability))

/// A function whose caller holds the capabilities.
#define REQUIRES(...) STARQUEUE_THREAD_ANNOTATION(requires_capability(__VA_ARGS__))
/// A function whose caller doesn't hold them: it would wait for itself.
#define EXCLUDES(...) STARQUEUE_THREAD_ANNOTATION(locks_excluded(__VA_ARGS__))
#define ACQUIRE(...) STARQUEUE_THREAD_ANNOTATION(acquire_capability(__VA_ARGS__))
#define RELEASE(...) STARQUEUE_THREAD_ANNOTATION(release_capability(__VA_ARGS__))
/// A function after which the compiler takes the capability as held.
#define ASSERT_CAPABILITY(capability) STARQUEUE_THREAD_ANNOTATION(assert_capability(capability))
