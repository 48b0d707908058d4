// rustfmt-edition: 2024

fn rtn()
where
    T: Trait<method(A, B): Send + 'static, other::<u8, u16>(..): Send>,
    T::method(&'a T, B): Send + 'static,
    S::bar::<u8, String>(..): Send,
    make_default::<T>(): Send,
    for<'a> <F as Fetch>::fetch(&'a mut F, ResourceId): Send,
{
}

struct Holder {
    x: pair(u8, &'static str),
    y: Vec<u8>::with_capacity(usize),
    z: make::<(u8,)>(A),
}

type Long = a_function_with_a_long_name(
    FirstArgumentType,
    SecondArgumentType,
    ThirdArgumentType,
    FourthArgumentType,
);
type LongTurbofish = a_function_with_a_long_name::<FirstArgumentType, SecondArgumentType>(
    ThirdArgumentType,
    FourthArgumentType,
);

fn test() {
    let f: identity_fn(u32) = identity_fn(22);
    let g: make_default::<String>() = make_default();
    let x = y as identity_fn(u8);
}
