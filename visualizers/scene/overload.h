// Lambdas as one overload set, for std::visit.
#pragma once

namespace il::scene {

template <class... Ts>
struct Overload : Ts... {
    using Ts::operator()...;
};
template <class... Ts>
Overload(Ts...) -> Overload<Ts...>;

} // namespace il::scene
