// The Mersenne Twister MT19937 with CPython's way of seeding, so that programs get CPython's numbers.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace il::machine {

/// Matsumoto and Nishimura, "Mersenne Twister", ACM TOMACS 8 (1998), and their init_by_array of 2002. A
/// value.
class Mersenne {
public:
    Mersenne() { seed(std::int64_t{0}); }

    /// random.seed(int): by its absolute value.
    void seed(std::int64_t number);
    /// random.seed(str): version 2, by the text followed by its SHA-512, read as one big number.
    void seed(std::string_view text);

    std::uint32_t next();
    /// random.random(): 53 random bits in [0, 1).
    double fraction();
    /// random.getrandbits(bits), 0 <= bits <= 63.
    std::int64_t bits(int bits);

private:
    void seedArray(const std::vector<std::uint32_t>& key);
    void refill();

    static constexpr std::size_t length = 624;
    std::array<std::uint32_t, length> m_state{};
    std::size_t m_index = length;
};

/// FIPS 180-4.
std::array<std::uint8_t, 64> sha512(std::string_view data);

} // namespace il::machine
