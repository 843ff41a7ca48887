#include <db/codec/rules_codec.h>

#include <db/crypto/hashing.h>

#include <db/codec/payload_reader.h>
#include <db/codec/payload_writer.h>

#include <array>

namespace starqueue::db {

std::string encodeRules(const queue::Rules& rules)
{
    return PayloadWriter{&rules, nullptr}.object(rules);
}

tl::expected<queue::Rules, std::string> decodeRules(std::string_view json)
{
    try {
        queue::Rules rules;
        const auto object = nlohmann::json::parse(json);
        PayloadReader{object, nullptr}.read(rules);
        return rules;
    } catch (const std::exception& error) {
        return tl::unexpected{std::string{"these are not rules: "} + error.what()};
    }
}

std::string rulesHash(const queue::Rules& rules)
{
    return hexOf(hash128Of(encodeRules(rules)));
}

} // namespace starqueue::db
