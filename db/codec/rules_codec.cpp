#include <db/codec/rules_codec.h>

#include <db/crypto/hashing.h>

#include <db/codec/payload_writer.h>

namespace starqueue::db {

std::string encodeRules(const queue::Rules& rules)
{
    return PayloadWriter{&rules, nullptr}.object(rules);
}

std::string rulesHash(const queue::Rules& rules)
{
    return hexOf(hash128Of(encodeRules(rules)));
}

} // namespace starqueue::db
